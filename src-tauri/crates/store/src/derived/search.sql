SELECT kind, thing, part, title, detail, folded
FROM search_text
WHERE instr(folded, ?1) > 0 AND from_day <= ?2 AND (to_day = '' OR to_day > ?2)
