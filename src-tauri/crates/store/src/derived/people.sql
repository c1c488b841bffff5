SELECT person, name, folded
FROM person
WHERE person IN (?1, 'id ' || ?1) OR folded = ?2 OR (?2 <> '' AND instr(folded, ?2) > 0)
