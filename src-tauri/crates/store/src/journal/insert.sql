INSERT INTO entry (seq, content, content_id, author, signature, recorded_at, link)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
