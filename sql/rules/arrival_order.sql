-- Two different tables for one place with the same arrival time: which one counts is an assumption, and both are told.
select o.unit_code, null, null::integer, o.arrival_id, null::integer, null::integer, null, null, null::integer,
       null as field, 'arrival_order_assumed' as code, t.others as raw, t.counts as read_as, null as expected
from tied t
join outcome o using (arrival_id, kind, platform)
