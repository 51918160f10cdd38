-- The registers' lines in typed columns. A unit that was written but is not known is '?', which matches no unit; what
-- was left blank is null and matches any.
create temp table register_line_read on commit drop as
select l.*
from run
cross join register_lines_read(run.cycle, run.as_of) l;

create temp table register_line on commit drop as
select kind, arrival_id, path, sha256, first_seen_at, table_no, sheet, item, row_no, fields, folded, missing, dated_at, before_notice
from register_line_read
where not later and not batch_unknown;

create temp table alias_now on commit drop as
select a.*
from run
cross join unit_aliases(run.cycle, run.as_of) a;
create index on alias_now (folded);
analyze alias_now;

-- Lines that can be used: whole, and of this cycle.
create temp table usable_line on commit drop as
select row_number() over (order by l.kind, l.path collate "C", l.table_no, l.item) as line_no, l.*, l.folded ->> 'platform' as platform,
       l.folded ->> 'enterprise' as enterprise,
       case when l.fields ? 'unit' then coalesce(a.unit_code, '?') end as unit_code,
       regexp_replace(replace(normalize(l.fields ->> 'file', NFC), '\', '/'), '^(\./|/)+|/+$', '', 'g') as file
from register_line l
left join alias_now a on a.folded = l.folded ->> 'unit'
where l.missing = '{}' and not l.before_notice;

create temp table decision_line on commit drop as
select line_no, unit_code, platform, enterprise, nullif(file, '') as file,
       matter_code(fields ->> 'matter', folded ->> 'matter') as matter,
       fields ->> 'decision' as decision, dated_at,
       -- whom it speaks of, for newest_decision
       case when coalesce(platform, enterprise) is not null then 3 when file <> '' then 2 else 1 end as scope,
       -- 有效至 counts whole: its day, or its minute
       instant(fields ->> 'valid_until', run.offset_minutes)
           + case length(fields ->> 'valid_until')
                 when 10 then interval '1 day'
                 when 16 then interval '1 minute'
                 else interval '1 second'
             end as valid_before,
       -- what came after the line's own day (or after 有效至) it does not speak of
       coalesce(instant(fields ->> 'valid_until', run.offset_minutes), dated_at) + interval '1 day' as speaks_until
from usable_line
cross join run
where kind = 'register_decisions';

create temp table withdrawal_line on commit drop as
select line_no, unit_code, platform, enterprise, dated_at
from usable_line
where kind = 'register_withdrawals' and coalesce(platform, enterprise) is not null;

create temp table waiver_line on commit drop as
select line_no, unit_code, platform, enterprise, fields ->> 'doc_no' as doc_no
from usable_line
where kind = 'register_waivers' and coalesce(platform, enterprise) is not null;

-- 超额批准 of the office itself, as 本单位 or the cycle names it: one more to pass on, that platform.
create temp table onward_waiver_line on commit drop as
select w.line_no, w.platform, w.enterprise
from waiver_line w
join usable_line l using (line_no)
cross join run
where w.unit_code = '?'
  and (l.fields ->> 'unit' = run.office or exists (
        select from register_line o
        where o.kind = 'register_office'
          and (o.folded ->> 'office_name' = l.folded ->> 'unit' or o.fields ->> 'office_short' = l.fields ->> 'unit')));

create temp table selection_line on commit drop as
select line_no, unit_code, platform, enterprise
from usable_line
where kind = 'register_selection' and coalesce(platform, enterprise) is not null;

create temp table match_line on commit drop as
select line_no, platform, enterprise, folded ->> 'listed_platform' as listed_platform,
       folded ->> 'listed_enterprise' as listed_enterprise, fields ->> 'verdict' as verdict, dated_at
from usable_line
cross join run
where kind = 'register_matches' and coalesce(fields ->> 'award_year', run.award_year::text) = run.award_year::text;

-- The register of winners is one list per award year; only the cycle's own year exempts.
create temp table winner on commit drop as
select line_no as winner_no, coalesce(platform, '') as platform, coalesce(enterprise, '') as enterprise,
       plain_code(folded ->> 'uscc') as uscc,
       coalesce(string_to_array(folded ->> 'former_names', E'\n'), '{}') as former_names
from usable_line
cross join run
where kind = 'register_winners' and fields ->> 'award_year' = run.award_year::text;
