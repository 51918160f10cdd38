-- The deadline report looks at any moment with the state that the last night before it knew. The reader may not see what
-- was written in tables and registers: these functions give it counts, names of platforms and firms, and people masked.

-- '-infinity' before the first night: nothing is known then.
create function last_night(of_cycle text, as_of timestamptz) returns timestamptz
language sql stable
as $$
    select coalesce(max(n.as_of), '-infinity') from night n where n.cycle = of_cycle and n.as_of <= last_night.as_of
$$;

-- The last night of a day before the moment's, in the cycle's zone, of those that showed what they knew.
create function last_night_of_earlier_day(of_cycle text, as_of timestamptz) returns timestamptz
language sql stable
as $$
    select coalesce(max(s.shown_at), '-infinity')
    from cycle c
    cross join make_interval(mins => c.offset_minutes) as zone
    cross join shown_nights(of_cycle, last_night_of_earlier_day.as_of) s
    where c.cycle = of_cycle
      and s.shown_at < date_trunc('day', last_night_of_earlier_day.as_of at time zone 'UTC' + zone) at time zone 'UTC' - zone
$$;

-- 张三 to 张**; every name of several.
create function masked_name(written text) returns text
language sql immutable
as $$
    select regexp_replace(written, '([^ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、，,；;/])[^ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、，,；;/]*', '\1**', 'g')
$$;

-- 138****0000, 0591-****0181; of what is no number only the signs between and the words that say what a number is for: an address or a name may stand there.
create function masked_phone(written text) returns text
language sql immutable
as $$
    select string_agg(
               case
                   when run[1] !~ '^[0-9]' then case
                       when run[1] ~ '^[- \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、,;/():.#+|]' or run[1] in ('手机', '电话', '座机', '办公', '微信', '微信同号', '同号', '传真', '转', '分机') then run[1]
                       else '****'
                   end
                   when run[1] ~ '^0[0-9]{0,3}-$' then run[1]
                   when length(run[1]) = 11 then left(run[1], 3) || '****' || right(run[1], 4)
                   when length(run[1]) in (7, 8) then '****' || right(run[1], 4)
                   else '****'
               end, '' order by place)
    from regexp_matches(
        -- digits of every width and in circles are digits; an address goes as a whole
        regexp_replace(normalize(written, NFKC), '[^ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、,;/():|]*@[^ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、,;/():|]*', '****', 'g'),
        '((?<![0-9])0[0-9]{0,3}-|[0-9]+|[- \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、,;/():.#+|]+|[^-0-9 \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000、,;/():.#+|]+)', 'g') with ordinality as piece (run, place)
$$;

-- Whether a 材料 is a report that nothing is recommended, as such words stand in a table too (etl/table/bodyword).
create function states_nothing(folded_material text) returns boolean
language sql immutable
as $$
    select coalesce(folded_material ~ '无推荐|零推荐|无申报|零申报|零报告|无符合|没有推荐', false)
$$;

-- The zero reports of 收件登记, each judged as a table without rows is: late, unless the office lets it pass where the cycle leaves that to it; and of no time
-- where a day without its hour does not say (hourless).
create function zero_lines_at(of_cycle text, as_of timestamptz)
returns table (arrival_id bigint, table_no integer, item integer, unit_code text, dated_at timestamptz, is_late boolean, hourless boolean, counts boolean)
language sql stable
as $$
    with line as materialized (
        select l.*, a.unit_code
        from register_lines(of_cycle, as_of) l
        join unit_aliases(of_cycle, as_of) a on a.folded = l.folded ->> 'unit'
        where l.kind in ('register_receipts', 'register_decisions') and l.missing = '{}' and not l.before_notice
    ), timed as (
        select l.*, c.late, c.offset_minutes, l.dated_at >= close.late_from as is_late,
               length(l.fields ->> 'received_at') <= 10 and l.dated_at < close.late_from and close.late_from < l.dated_at + interval '1 day' as hourless
        from line l
        join cycle c on c.cycle = of_cycle
        cross join lateral (
            select c.deadline + case when c.deadline_inclusive then interval '1 second' else interval '0' end as late_from
        ) as close
        where l.kind = 'register_receipts' and states_nothing(l.folded ->> 'material')
    )
    select z.arrival_id, z.table_no, z.item, z.unit_code, z.dated_at, z.is_late, z.hourless,
           not z.hourless and (not z.is_late or z.late = 'decide' and (
               select newest_decision(array_agg(0), array_agg(d.dated_at), array_agg(d.fields ->> 'decision'))
               from line d
               where d.kind = 'register_decisions' and d.unit_code = z.unit_code
                 and matter_code(d.fields ->> 'matter', d.folded ->> 'matter') = 'late' and not d.fields ?| array['platform', 'enterprise', 'file']
                 and z.dated_at < coalesce(instant(d.fields ->> 'valid_until', z.offset_minutes), d.dated_at) + interval '1 day') is not distinct from '通过')
    from timed z
$$;

-- The lines of 审查决定 in which the office itself (as 本单位 or the cycle names it) decides whether an empty list goes to the next tier.
create function office_zero_lines(of_cycle text, as_of timestamptz)
returns table (arrival_id bigint, table_no integer, item integer, dated_at timestamptz, decision text, decider text)
language sql stable
as $$
    with line as materialized (
        select * from register_lines(of_cycle, as_of) where missing = '{}' and not before_notice
    )
    select l.arrival_id, l.table_no, l.item, l.dated_at, l.fields ->> 'decision', l.fields ->> 'decider'
    from line l
    join cycle c on c.cycle = of_cycle
    where l.kind = 'register_decisions' and matter_code(l.fields ->> 'matter', l.folded ->> 'matter') = 'nothing_standing'
      and l.fields ->> 'decision' <> '退回补正' and not l.fields ?| array['platform', 'enterprise', 'file']
      and (l.fields ->> 'unit' = c.office or exists (
            select from line o
            where o.kind = 'register_office'
              and (o.folded ->> 'office_name' = l.folded ->> 'unit' or o.fields ->> 'office_short' = l.fields ->> 'unit')))
$$;

-- What each unit has reported: accepted, zero (零推荐), late (逾期未计), refused, missing; the table that says so, or the newest
-- one. What was only named and left (a lock file, a link) is no report.
create function unit_states_at(of_cycle text, as_of timestamptz)
returns table (unit_code text, state text, arrival_id bigint, file text, outcome text, reasons text[], received_at timestamptz,
    first_at timestamptz)
language sql stable security definer
set search_path = huizong, pg_temp
as $$
    with report as (
        select o.*, a.path, a.first_seen_at
        from outcomes_at(of_cycle, as_of) o
        join arrival a using (arrival_id)
        where o.unit_code is not null and o.kind in ('summary', '') and a.sha256 is not null
    ), newest as (
        select distinct on (r.unit_code) r.*, min(r.received_at) over (partition by r.unit_code) as first_at
        from report r
        order by r.unit_code, array_position(array['accepted', 'superseded', 'late', 'refused'], r.outcome),
            r.received_at desc, r.first_seen_at desc, r.path collate "C" desc
    ), zero_line as (
        select z.unit_code, min(z.dated_at) filter (where z.counts) as dated_at, min(z.dated_at) as came_at
        from zero_lines_at(of_cycle, as_of) z
        where z.counts or z.is_late
        group by z.unit_code
    )
    select u.unit_code,
           case
               when n.outcome = 'accepted' and not n.zero_report then 'accepted'
               when n.outcome = 'accepted' or z.dated_at is not null then 'zero'
               when n.outcome in ('late', 'refused') then n.outcome
               when z.came_at is not null then 'late'
               else 'missing'
           end,
           n.arrival_id, n.path, n.outcome, n.reasons,
           case when n.outcome = 'accepted' then n.received_at else coalesce(z.dated_at, n.received_at, z.came_at) end,
           least(n.first_at, z.came_at)
    from unit u
    left join newest n using (unit_code)
    left join zero_line z using (unit_code)
    where u.cycle = of_cycle and (u.added_at is null or u.added_at <= unit_states_at.as_of)
$$;

-- The contact of each unit's table, masked.
create function unit_contacts_at(of_cycle text, as_of timestamptz)
returns table (unit_code text, contact text, phone text)
language sql stable security definer
set search_path = huizong, pg_temp
as $$
    select s.unit_code, masked_name(min(f.text collate "C") filter (where f.field = 'sum_unit_contact')),
           masked_phone(min(f.text collate "C") filter (where f.field = 'sum_unit_phone'))
    from unit_states_at(of_cycle, as_of) s
    join figure f using (arrival_id)
    where f.item = 0
    group by s.unit_code
$$;

-- Nominations without people: names of platform and firm, and the decision.
create function nomination_names_at(of_cycle text, as_of timestamptz)
returns table (unit_code text, unit_order integer, nomination text, occurrence integer, decision text,
    counts_against_quota boolean, waived boolean, reasons text[], seq text, seq_value numeric, platform text, enterprise text,
    file text, table_no integer, item integer)
language sql stable security definer
set search_path = huizong, pg_temp
as $$
    select n.unit_code, n.unit_order, n.nomination, n.occurrence, n.decision, n.counts_against_quota,
           n.decision = 'recommended' and not n.counts_against_quota, n.reasons, n.seq, n.seq_value, n.platform, n.enterprise,
           n.file, n.table_no, n.item
    from nomination_rows_at(of_cycle, as_of) n
$$;

-- What a 材料 is on the checklist.
create function paper_material(written text) returns text
language sql immutable
as $$
    select case
        when written ~ '(光盘|光碟|U盘|优盘|电子版)$' and written !~ '[、，,；;/+和及与]' then 'disc'
        when written like '%申报书%' then 'application'
        when written like '%汇总表%' then 'summary'
        when written ~ '光盘|光碟|U盘|优盘|电子版' then 'disc'
        else 'other'
    end
$$;

-- What 收件登记 says of paper and discs, a row for each of its lines. A line that names a file and no number of copies tells when the file came, and
-- nothing of paper; one that names neither is of one copy. A disc of 申报书 is a disc. material: summary, application, disc, other.
create function paper_lines_at(of_cycle text, as_of timestamptz)
returns table (path text, table_no integer, item integer, unit_code text, material text, copies bigint, dated_at timestamptz, said text, words text)
language sql stable
as $$
    select l.path, l.table_no, l.item, coalesce(a.unit_code, of_file.unit_code),
           paper_material(l.fields ->> 'material'),
           coalesce(substring(l.fields ->> 'copies' from '^[0-9]{1,6}')::bigint, 1), l.dated_at,
           concat_ws('，', l.fields ->> 'material', nullif(regexp_replace(l.fields ->> 'copies', '份$', ''), '') || '份', l.fields ->> 'channel', l.fields ->> 'note'),
           concat_ws(' ', l.fields ->> 'material', l.fields ->> 'note')
    from register_lines(of_cycle, as_of) l
    left join unit_aliases(of_cycle, as_of) a on a.folded = l.folded ->> 'unit'
    left join lateral (
        select min(o.unit_code collate "C") as unit_code
        from arrival f
        join outcomes_at(of_cycle, as_of) o using (arrival_id)
        where f.cycle = of_cycle and f.source = 'inbox' and f.path = l.fields ->> 'file' and not l.fields ? 'unit'
    ) as of_file on true
    where l.kind = 'register_receipts' and l.missing = '{}' and not l.before_notice and not states_nothing(l.folded ->> 'material')
      and (not l.fields ? 'file' or l.fields ? 'copies')
$$;

-- Copies wanted and received, for each unit that nominates or sent paper. Paper goes with what is nominated and not withdrawn or refused, each platform
-- once; a unit that recommends nothing owes none. Counts only, for the reader too.
create function paper_at(of_cycle text, as_of timestamptz) returns table (unit_code text, material text, wanted bigint, received bigint)
language sql stable security definer
set search_path = huizong, pg_temp
as $$
    with nominated as (
        select r.unit_code, count(distinct split_part(r.nomination, '|', 1)) as platforms
        from rulings_at(of_cycle, as_of) r
        where r.decision not in ('withdrawn', 'ineligible')
        group by r.unit_code
    ), sent as (
        select l.unit_code, l.material, sum(l.copies) as copies
        from paper_lines_at(of_cycle, as_of) l
        where l.unit_code is not null
        group by l.unit_code, l.material
    ), asked as (
        select u.unit_code, m.material,
               case when n.platforms > 0 then coalesce((c.settings #>> array['copies', 'value', m.material])::bigint, 0) else 0 end
                   * case when m.material = 'application' then coalesce(n.platforms, 0) else 1 end as copies
        from (select unit_code from nominated union select unit_code from sent) as u
        cross join (values ('summary'), ('disc'), ('application')) as m (material)
        join cycle c on c.cycle = of_cycle
        left join nominated n using (unit_code)
    )
    select a.unit_code, a.material, a.copies, coalesce(s.copies, 0)::bigint
    from asked a
    left join sent s using (unit_code, material)
    union all
    select s.unit_code, s.material, 0, s.copies::bigint from sent s where s.material = 'other'
$$;

-- Every way to write a unit at a clock, for programs of the reader.
create function unit_ways_at(of_cycle text, as_of timestamptz) returns table (folded text, unit_code text)
language sql stable security definer
set search_path = huizong, pg_temp
as $$
    select folded, unit_code from unit_aliases(of_cycle, as_of)
$$;

-- What is open, how many, without what was written: what 退回修改意见 tells as new or open, and what is said of registers, of the cycle and of files that are no unit's.
create function open_findings_at(of_cycle text, as_of timestamptz)
returns table (unit_code text, file text, severity text, code text, findings bigint)
language sql stable security definer
set search_path = huizong, pg_temp
as $$
    select t.unit_code, t.file, t.severity, t.code, count(*)
    from (
        select distinct f.unit_code, f.applicant, f.file, f.arrival_id, f.sheet, f.cell, f.row_no, f.field, f.severity, f.code, f.raw, f.read_as, f.expected
        from told_findings_at(of_cycle, as_of) f
        where f.state <> 'fixed'
    ) as t
    group by t.unit_code, t.file, t.severity, t.code
$$;

create function rights_progress() returns void
language sql
as $$
    grant execute on function last_night, shown_nights, last_night_of_earlier_day, unit_states_at, unit_contacts_at, nomination_names_at, paper_at,
        unit_ways_at, open_findings_at to huizong_reader, huizong_exporter;
    grant execute on function paper_lines_at to huizong_exporter;
    grant execute on function paper_material, states_nothing, zero_lines_at, office_zero_lines to huizong_loader, huizong_exporter;
$$;

select grant_roles();
select hand_over();
