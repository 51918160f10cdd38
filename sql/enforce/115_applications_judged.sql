-- Which parts of each application are there, and what stands against them. A kind of list is due unless the form declares
-- 0 or 无 in all fields that a rule compares with the whole list.
create temp table declares on commit drop as
select distinct r.operands ->> 'list' as kind, r.operands ->> 'declared' as field_key
from run
join rule r using (cycle)
where r.shape in ('rows_equal', 'rows_at_least', 'list_sum_equals') and r.operands ? 'declared'
  and not r.operands ? 'value' and not r.operands ? 'positive';

create temp table due on commit drop as
with declared as (
    select c.unit_code, c.nomination, c.occurrence, d.kind
    from declares d
    join form_cell c using (field_key)
    group by c.unit_code, c.nomination, c.occurrence, d.kind
    having bool_and(c.state = 'none' or c.state = 'number' and c.value = 0)
       and count(distinct c.field_key) = (select count(*) from declares also where also.kind = d.kind)
)
select n.unit_code, n.nomination, n.occurrence, k.kind, k.kind_order
from nomination n
cross join run
join upload_kind k on k.cycle = run.cycle and k.layout in ('form', 'list')
where n.place = 'in_force' and not n.withdrawn and not n.ineligible
  and not exists (
        select from declared d
        where (d.unit_code, d.nomination, d.occurrence, d.kind) = (n.unit_code, n.nomination, n.occurrence, k.kind));

create temp table against on commit drop as
-- what the readers found in the tables that count
select a.unit_code, a.nomination, a.occurrence, f.code
from application a
join piece p on (p.arrival_id, p.kind, p.platform) = (a.arrival_id, a.kind, a.platform)
join file_finding f on f.arrival_id = p.arrival_id and f.severity = 'error'
    and (coalesce(f.sheet, '') = '' and p.sheet <> '' or f.sheet = p.sheet)
    -- of a table with a row for each platform only its own
    and (p.layout = 'list' or f.row_no is null or f.row_no in (
            select c.row_no from form_cell c
            where (c.arrival_id, c.table_no, c.item) = (p.arrival_id, p.table_no, p.item))
         or not exists (
            select from piece other
            where (other.arrival_id, other.table_no) = (p.arrival_id, p.table_no) and other.item <> p.item))
-- but for parts that later ones have replaced, and rows that were corrected since; what is told of many speaks of them until the last is
where (p.layout = 'form' or exists (select from list_now l where l.list_id = p.list_id))
  and not exists (
        select from settled h
        where (h.arrival_id, h.table_no) = (p.arrival_id, p.table_no)
          and (h.row_no = f.row_no and f.code <> 'more_like_this'
              or f.code = 'more_like_this' and not exists (
                    select from list_now l where l.list_id = h.list_id and l.rows_rejected > 0)))
  and not exists (
        select from decided d
        where (d.unit_code, d.nomination, d.occurrence) = (a.unit_code, a.nomination, a.occurrence)
          and d.decision = '通过' and d.matter = f.code)
union
-- and the rules, in form and lists alone: what is said of the table's row is the ruling's matter
select f.unit_code, f.nomination, f.occurrence, f.code
from found f
cross join run
join rule r on (r.cycle, r.code) = (run.cycle, f.code) and r.severity = 'error'
join piece p on (p.arrival_id, p.table_no) = (f.arrival_id, f.table_no)
join application a on (a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.kind, a.platform)
    = (f.unit_code, f.nomination, f.occurrence, p.arrival_id, p.kind, p.platform);

create temp table state_now on commit drop as
with there as (
    select unit_code, nomination, occurrence, kind from form_cell cross join (select 'application' as kind) as form
    union
    -- a list without a row is none: where there is nothing to list, the form says so
    select unit_code, nomination, occurrence, kind
    from list_now
    group by unit_code, nomination, occurrence, kind
    having sum(rows_loaded) > 0
), gap as (
    select d.unit_code, d.nomination, d.occurrence,
           array_agg(d.kind order by d.kind_order) filter (where t.kind is null) as missing
    from due d
    left join there t using (unit_code, nomination, occurrence, kind)
    group by d.unit_code, d.nomination, d.occurrence
), wrong as (
    select unit_code, nomination, occurrence, array_agg(distinct code collate "C" order by code collate "C") as errors
    from against
    group by unit_code, nomination, occurrence
)
select g.unit_code, g.nomination, g.occurrence,
       case
           when g.missing is not null then '未交'
           when w.errors is not null then '有误'
           else '齐全'
       end as state,
       coalesce(g.missing, '{}') as missing, coalesce(w.errors, '{}') as errors
from gap g
left join wrong w using (unit_code, nomination, occurrence);
