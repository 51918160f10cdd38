-- $1: disposal. One row: how the record names it (number: among those of its cycle) and what it says above its items.
select d.cycle, (
           select count(*) from disposal e where e.cycle = d.cycle and e.disposal <= d.disposal
       ) as number,
       c.title, c.office, d.doc_no, d.ordered_by, to_char(d.retain_until, 'FMYYYY"年"FMMM"月"FMDD"日"') as retain_until, d.basis,
       to_char(d.as_of at time zone 'UTC' + make_interval(mins => c.offset_minutes), 'FMYYYY"年"FMMM"月"FMDD"日 "HH24:MI') as as_of
from disposal d
join cycle c using (cycle)
where d.disposal = $1;
