-- $1: cycle, $2: source. The paths where the ledger saw something last that it took, or left for a person to look after.
select path
from (
    select distinct on (path) path, sha256, left_reason
    from arrival
    where cycle = $1 and source = $2
    order by path, arrival_id desc
) as last
where sha256 is not null or left_reason not in ('register_gone', 'lock_file', 'system_file')
order by path collate "C";
