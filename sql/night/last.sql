-- $1: cycle, $2: the run's clock. Whether the cycle had a later night, and which.
select coalesce(max(n.as_of) > $2, false) as later, iso_text(max(n.as_of), c.offset_minutes) as last
from cycle c
left join night n using (cycle)
where c.cycle = $1
group by c.cycle;
