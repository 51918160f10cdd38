-- $1: cycle, $2: source, $3: path, $4: sha256, $5: size, $6: change time in microseconds, $7: the run's clock, $8: why it was left.
-- A row only where the path now holds something else than the ledger saw there last. One statement, so one transaction.
with last as (
    select sha256, left_reason
    from arrival
    where cycle = $1 and source = $2 and path = $3
    order by arrival_id desc
    limit 1
), previous as (
    select sha256
    from arrival
    where cycle = $1 and source = $2 and path = $3 and sha256 is not null
    order by arrival_id desc
    limit 1
), fresh as (
    select coalesce((select sha256 from previous), '') as previous_sha256
    where not exists (select from last where (sha256, left_reason) is not distinct from ($4::text, $8::text))
), stored as (
    insert into content (sha256, byte_size)
    select $4, $5::bigint from fresh where $4 is not null
    on conflict do nothing
)
insert into arrival (cycle, source, path, sha256, previous_sha256, visit, changed_at, first_seen_at, left_reason)
select $1, $2, $3, $4, previous_sha256,
       1 + (select count(*) from arrival a
            where a.cycle = $1 and a.source = $2 and a.path = $3 and a.previous_sha256 = fresh.previous_sha256
              and (a.sha256, a.left_reason) is not distinct from ($4::text, $8::text)),
       timestamptz 'epoch' + $6::bigint * interval '1 microsecond', $7::timestamptz, $8
from fresh
returning arrival_id;
