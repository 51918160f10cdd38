-- The cycle of the latest night, or the only one: cycle. No row where neither is there.
select c.cycle
from cycle c
left join night n using (cycle)
group by c.cycle
having max(n.as_of) is not null or (select count(*) from cycle) = 1
order by max(n.as_of) desc nulls last, c.cycle collate "C" desc
limit 1;
