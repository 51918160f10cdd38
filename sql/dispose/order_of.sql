-- $1: disposal. One row: how the record names it (number: among those of its cycle) and what it says above its items.
select d.cycle, (
           select count(*) from disposal e where e.cycle = d.cycle and e.disposal <= d.disposal
       ) as number,
       c.title, c.office, d.doc_no, d.ordered_by, d.retain_until, d.basis, iso_text(d.as_of, c.offset_minutes) as as_of
from disposal d
join cycle c using (cycle)
where d.disposal = $1;
