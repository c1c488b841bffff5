SELECT committee, sub_body, role, post, from_day, to_day, citation, body
FROM term
WHERE person = ?1
