-- A body inside a committee goes by its own name, the committee by the one that it bears on the day.
SELECT term.committee,
       CASE WHEN term.sub_body <> '' THEN term.sub_body ELSE coalesce(
           (SELECT name FROM committee
            WHERE committee.committee = term.committee AND committee.from_day <= ?2
            ORDER BY committee.from_day DESC LIMIT 1), '') END,
       term.role, term.post, term.from_day, term.to_day, term.citation
FROM term
WHERE term.person = ?1
