SELECT seq, content, content_id, author, signature, recorded_at, link
FROM entry
ORDER BY seq DESC
LIMIT 1
