-- One row: what belongs to no unit. $1 cycle, $2 the moment, $3 what is open (open.sql).
-- errors, warnings (open findings of registers and of files without a unit), pending (files that came since the last night
-- and lie in no unit's folder)
with night as materialized (
    select last_night($1, $2) as known
), open as (
    select coalesce(sum(f.findings) filter (where f.severity = 'error'), 0) as errors,
           coalesce(sum(f.findings) filter (where f.severity = 'warning'), 0) as warnings
    from jsonb_to_recordset($3::jsonb) as f (unit_code text, severity text, findings bigint)
    where f.unit_code is null
)
select o.errors, o.warnings,
       (select count(*)
        from night
        join arrival f on f.cycle = $1 and f.source = 'inbox' and f.sha256 is not null and f.first_seen_at > night.known
            and f.first_seen_at <= $2
        where position('/' in f.path) = 0 or not exists (
                select from unit_alias a where a.cycle = $1 and split_part(f.path, '/', 1) in (a.alias, a.folded))) as pending
from open o;
