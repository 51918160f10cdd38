-- The application of each nomination in force: the cells of its form and its lists. A platform that a table names twice
-- has one application, that of the enterprise which the form names, else of the first row.
create temp table application on commit drop as
select distinct on (o.arrival_id, o.kind, o.platform) o.arrival_id, o.kind, o.platform, n.unit_code, n.nomination,
       n.occurrence
from outcome o
join nomination n on n.unit_code = o.unit_code and n.platform = o.platform and n.place = 'in_force' and n.applicant is not distinct from o.applicant
left join lateral (
    select min(p.enterprise collate "C") as enterprise
    from piece p
    where (p.arrival_id, p.kind, p.platform) = (o.arrival_id, o.kind, o.platform)
) as form on true
where o.outcome = 'accepted' and o.platform <> '' and not o.waiting
order by o.arrival_id, o.kind, o.platform, n.enterprise is distinct from form.enterprise, n.occurrence, n.seq, n.item;
create index on application (arrival_id);
analyze application;

create temp table form_cell on commit drop as
select a.unit_code, a.nomination, a.occurrence, f.arrival_id, f.table_no, f.item, p.sheet, f.cell, f.row_no,
       f.field as field_key, coalesce(d.label, f.field) as field, f.state, f.value, f.text, f.raw, f.folded
from application a
cross join run
join piece p on (p.arrival_id, p.kind, p.platform) = (a.arrival_id, a.kind, a.platform) and p.layout = 'form'
join figure f on (f.arrival_id, f.table_no, f.item) = (p.arrival_id, p.table_no, p.item)
left join field d on (d.cycle, d.kind, d.field) = (run.cycle, a.kind, f.field);
create index on form_cell (unit_code, nomination, occurrence, field_key);
analyze form_cell;

create temp table list_now on commit drop as
select a.unit_code, a.nomination, a.occurrence, p.kind, p.list_id, p.arrival_id, p.table_no, p.sheet, p.part_no,
       p.part_of, l.rows_loaded, l.rows_rejected, s.supplement, s.last_place as came
from application a
join piece p on (p.arrival_id, p.kind, p.platform) = (a.arrival_id, a.kind, a.platform) and p.layout = 'list'
join list_set s on (s.arrival_id, s.kind, s.platform, s.part_of, s.part_no, s.supplement)
    = (p.arrival_id, p.kind, p.platform, p.part_of, p.part_no, p.supplement) and s.in_force
join list_table l using (list_id);
create index on list_now (unit_code, nomination, occurrence, kind);
analyze list_now;

-- Filled by 085_repeats_refused: the lists of corrected rows that count for nothing.
create temp table supplement_repeating (
    unit_code text, nomination text, occurrence integer, arrival_id bigint, table_no integer, sheet text, kind text,
    rows bigint, first_row integer
) on commit drop;

-- The 汇总表 has no column for the code: the form's serves winners and the rules on codes.
update nomination n
set uscc = c.code
from (
    select unit_code, nomination, occurrence, min(plain_code(folded) collate "C") as code
    from form_cell
    where field_key = 'ent_org_code' and state = 'text'
    group by unit_code, nomination, occurrence
    having count(distinct folded) = 1
) as c
where (c.unit_code, c.nomination, c.occurrence) = (n.unit_code, n.nomination, n.occurrence)
  and coalesce(n.uscc, '') = '';
