-- $1: cycle. What came as an upload and stays in the archive, of any cycle: sha256.
select distinct a.sha256
from arrival a
where a.sha256 is not null and not exists (select from content_disposed d where (d.sha256, d.cycle) = (a.sha256, a.cycle))
  and a.sha256 not in (select i.sha256 from disposal_items($1) i where i.part = 'archive' and i.action <> 'kept_elsewhere')
order by a.sha256;
