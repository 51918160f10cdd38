-- $1: cycle. The lists of people in final packages that were made with them unmasked: folder (in the outbox), and what the file's name has of the kind
-- (title, as 清单-01-花名册.csv), a row for each.
select format('ministry/%s-v%s', e.cycle, e.version) as folder, m.title
from export_event e
cross join (select distinct p.kind from personal_fields($1) p) as k
join message m on m.code = 'kind_' || k.kind
where e.cycle = $1 and e.personal
order by e.version, k.kind collate "C";
