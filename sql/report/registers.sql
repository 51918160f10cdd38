-- The versions of the registers in force: of each the newest readable one. $1 cycle, $2 as_of.
-- register (its kind), file, sha256
select kind as register, path as file, sha256
from (
    select distinct on (t.kind) t.kind, a.path, a.sha256
    from arrival a
    join upload u using (arrival_id)
    join upload_table t using (arrival_id)
    where a.cycle = $1 and a.source = 'register' and coalesce(u.read_at, a.first_seen_at) <= $2 and u.verdict = 'complete'
        and t.kind like 'register\_%'
    order by t.kind, a.first_seen_at desc, a.arrival_id desc
) as newest
order by kind collate "C";
