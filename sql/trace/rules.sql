-- The rules that looked at a nomination's row and field, and what each found. $1 cycle, $2 as_of, $3 arrival, $4 table, $5 item, $6 field or null,
-- $7 key of trace/nominations or null, $8 cell or null.
-- code, shape, found (true, false), field, cell, raw, read_as, expected, clause; raw, read_as and expected not of a person's field
-- With a field those that name it; with a nomination also those that name no field, which look at each row.
with reason as (
    select unnest(r.reasons) as code
    from rulings_at($1, $2) r
    where r.unit_code || '|' || r.nomination || '|' || r.occurrence = $7
), found as (
    select distinct on (f.code) f.code, f.field, f.cell, case when d.personal is null then f.raw end as raw,
           case when d.personal is null then f.read_as end as read_as, case when d.personal is null then f.expected end as expected
    from rule_findings_at($1, $2) f
    left join (select distinct label, personal from field where cycle = $1 and personal) as d on d.label = f.field
    where f.arrival_id = $3 and (f.table_no is null or $4::integer is null or f.table_no = $4) and (f.item is null or $5::integer is null or f.item = $5)
      and ($8::text is null or f.cell is null or f.cell = $8)
    order by f.code, f.item nulls last, f.cell collate "C"
)
select r.code, r.shape, (f.code is not null or exists (select from reason where reason.code = r.code))::text as found, f.field, f.cell, f.raw,
       f.read_as, f.expected, r.clause
from rule r
left join found f using (code)
where r.cycle = $1
  and ($6::text is not null and jsonb_path_exists(r.operands, '$.** ? (@ == $field)', jsonb_build_object('field', $6::text))
       or $7::text is not null and r.shape in ('attribution', 'check_digit', 'dropped', 'ineligible', 'late', 'prefix_in_province',
           'quota_seats', 'required', 'row_unit', 'sequence', 'shared_code', 'unique_across_units', 'winner_match')
       or $6::text is null and $7::text is null and f.code is not null)
order by found desc, r.code collate "C";
