-- $1 cycle. The definitions that are not as setup has booked them: their tables, and each one's digest as said and found. No row where there are none.
select string_agg(name, ', ' order by name collate "C") as tables,
       string_agg(name || ' ' || coalesce(said, ''), ', ' order by name collate "C") as said,
       string_agg(name || ' ' || coalesce(found, ''), ', ' order by name collate "C") as found
from definitions_astray($1)
having count(*) > 0;
