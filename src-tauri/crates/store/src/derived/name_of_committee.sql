SELECT name
FROM committee
WHERE committee = ?1 AND from_day <= ?2
ORDER BY from_day DESC
LIMIT 1
