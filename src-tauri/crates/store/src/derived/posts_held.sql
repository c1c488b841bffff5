SELECT title || ' ' || organization, post, capacity, since, until, citation
FROM incumbency
WHERE person = ?1
