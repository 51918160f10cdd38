-- $1: cycle, $2: source. The paths where the ledger saw content last.
select path
from (
    select distinct on (path) path, sha256
    from arrival
    where cycle = $1 and source = $2
    order by path, arrival_id desc
) as last
where sha256 is not null
order by path collate "C";
