-- $1 cycle, $2 the digest of all that decides. Whether other rules apply than those that were taken last (none were: null), and the clock of the cycle's last night, if it had
-- one, exactly and as it is printed; how many uploads were read.
select r.rules_sha256 = $2 as same, to_char(max(n.as_of) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as last_night,
       iso_text(max(n.as_of), c.offset_minutes) as printed,
       (select count(*) from upload u join arrival a using (arrival_id) where a.cycle = c.cycle) as uploads
from cycle c
left join rules_in_force r using (cycle)
left join night n using (cycle)
where c.cycle = $1
group by c.cycle, r.rules_sha256;
