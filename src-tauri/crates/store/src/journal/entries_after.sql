SELECT seq, content, content_id, author, signature, recorded_at, link
FROM entry
WHERE seq > ?1
ORDER BY seq
