-- One row: what is open, as progress/open says it of the same night. $1 cycle, $2 as_of.
-- open (JSON; empty where the clock is no night's: the deadline report then looks at the night before it)
with open as (
    select t.unit_code, t.file, t.severity, t.code, count(*) as findings
    from (
        select distinct f.unit_code, f.applicant, f.file, f.arrival_id, f.sheet, f.cell, f.row_no, f.field, f.severity, f.code, f.raw, f.read_as, f.expected
        from told_now f
        where f.state <> 'fixed'
    ) as t
    group by t.unit_code, t.file, t.severity, t.code
)
select case when last_night($1, $2) = $2 then (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from open o) end as open;
