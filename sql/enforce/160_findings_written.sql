-- The findings of this run against those that stood. What a reader has said about a cell already is not said twice.
create temp table finding_now on commit drop as
select distinct f.unit_code, f.arrival_id, f.table_no, f.item, f.sheet, f.cell, f.row_no, f.field,
       coalesce(r.severity, case when s.left_reason = f.code then 'warning' else 'error' end) as severity, f.code,
       f.raw, f.read_as, f.expected
from found f
cross join run
left join rule r on r.cycle = run.cycle and r.code = f.code
left join seen s using (arrival_id)
where not exists (
        select from file_finding told
        where told.arrival_id = f.arrival_id and told.code = f.code
          and (f.row_no is null or told.sheet is not distinct from f.sheet and told.row_no = f.row_no
              and told.cell is not distinct from f.cell));

-- Compared by digest: nulls are equal, and the join can hash.
create temp table finding_digest on commit drop as
select md5(row(unit_code, arrival_id, table_no, item, sheet, cell, row_no, field, severity, code, raw, read_as,
       expected)::text) as digest
from finding_now;
create index on finding_digest (digest);

create temp table finding_stood on commit drop as
select f.ctid as row_id, md5(row(unit_code, arrival_id, table_no, item, sheet, cell, row_no, field, severity, code, raw,
       read_as, expected)::text) as digest
from rule_finding f
join run using (cycle)
where f.ruled_until is null;

update rule_finding f
set ruled_until = run.as_of
from run, finding_stood s
where f.ctid = s.row_id and not exists (select from finding_digest d where d.digest = s.digest);

insert into rule_finding (cycle, unit_code, arrival_id, table_no, item, sheet, cell, row_no, field, severity, code, raw,
    read_as, expected, ruled_from)
select run.cycle, n.*, run.as_of
from finding_now n
cross join run
where not exists (
        select from finding_stood s
        where s.digest = md5(row(n.unit_code, n.arrival_id, n.table_no, n.item, n.sheet, n.cell, n.row_no, n.field,
            n.severity, n.code, n.raw, n.read_as, n.expected)::text));
