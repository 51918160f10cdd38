-- $1: cycle, $2: source, $3: path. What the ledger saw there last; whether that still waits to be read (unread), or was disposed of in this cycle (disposed).
select a.sha256, a.left_reason, c.byte_size, (extract(epoch from a.changed_at) * 1000000)::bigint as changed_us,
       not exists (select from upload u where u.arrival_id = a.arrival_id) as unread,
       a.source = 'inbox' and exists (select from content_disposed d where (d.sha256, d.cycle) = (a.sha256, a.cycle)) as disposed
from arrival a
left join content c using (sha256)
where a.cycle = $1 and a.source = $2 and a.path = $3
order by a.arrival_id desc
limit 1;
