-- $1: cycle, $2: the run's clock, $3: document number, $4: by whom, $5: archive, $6: outbox. One row: the disposal.
insert into disposal (cycle, as_of, retain_until, basis, doc_no, ordered_by, archive, outbox)
select c.cycle, $2, (c.settings #>> '{retain_until,value}')::date,
       concat_ws('；', c.settings #>> '{retain_until,clause}', c.settings #>> '{retain_until,why}'), $3, $4, $5, $6
from cycle c
where c.cycle = $1
returning disposal;
