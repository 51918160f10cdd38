-- $1: cycle. What the archive must keep as it came, for any cycle, once this one's people are gone: sha256. What the office hands in itself, a register, stays.
select distinct a.sha256
from arrival a
where a.sha256 is not null
  and not (a.source = 'inbox' and exists (select from content_disposed d where (d.sha256, d.cycle) = (a.sha256, a.cycle)))
  and not ((a.source, a.cycle) = ('inbox', $1) and a.sha256 in (select i.sha256 from disposal_items($1) i where i.part = 'archive'))
order by a.sha256;
