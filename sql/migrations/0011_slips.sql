-- What goes back to whom: every finding of a cycle at a clock, whose each file is, and what the unit has done since its upload before.

-- All findings at a clock but what is wrong in a row that was corrected since: of a list, or of a table whose row another table's has replaced. `passed`: a warning that 审查决定 has let
-- pass, which is not repeated. `outcome` is the upload's; empty for registers and the cycle.
create function findings_at(of_cycle text, as_of timestamptz)
returns table (unit_code text, unit_name text, unit_order integer, arrival_id bigint, source text, table_no integer,
    item integer, file text, sha256 text, sheet text, cell text, row_no integer, field text, severity text, code text,
    raw text, read_as text, expected text, clause text, platform text, enterprise text, folded_platform text,
    folded_enterprise text, outcome text, subject text, by_rule boolean, passed boolean)
language sql stable
as $$
    with decided as materialized (
        select matter_code(l.fields ->> 'matter', l.folded ->> 'matter') as matter, l.fields ->> 'file' as file, l.dated_at,
               l.fields ->> 'decision' as decision,
               case when coalesce(l.folded ->> 'platform', l.folded ->> 'enterprise') is not null then 3 else 2 end as scope,
               case when l.fields ? 'unit' then coalesce(a.unit_code, '?') end as unit_code,
               l.folded ->> 'platform' as platform, l.folded ->> 'enterprise' as enterprise,
               coalesce(instant(l.fields ->> 'valid_until', c.offset_minutes), l.dated_at) + interval '1 day' as speaks_until
        from register_lines(of_cycle, as_of) l
        join cycle c on c.cycle = of_cycle
        left join unit_aliases(of_cycle, as_of) a on a.folded = l.folded ->> 'unit'
        where l.kind = 'register_decisions' and l.missing = '{}' and not l.before_notice
          and coalesce(l.fields ->> 'file', l.folded ->> 'platform', l.folded ->> 'enterprise') is not null
    ), settled as materialized (
        select t.arrival_id, u.sheet, s.row_no, t.rows_rejected = count(*) over (partition by s.list_id) as all_rows
        from settled_at(of_cycle, as_of) s
        join list_table t using (list_id)
        join upload_table u using (arrival_id, table_no)
    ), replaced as materialized (
        select * from rows_replaced_at(of_cycle, as_of)
    ), unordered as materialized (
        -- held for their numbers, so that what the reader has said of these is told already
        select distinct arrival_id from rule_findings_at(of_cycle, as_of) where code = 'sequence_incomplete'
    ), standing as materialized (
        select distinct on (arrival_id) arrival_id, unit_code, outcome
        from outcomes_at(of_cycle, as_of)
        order by arrival_id, kind collate "C", platform collate "C"
    ), finding as materialized (
        select o.unit_code, f.arrival_id, null::integer as table_no, null::integer as item, f.sheet, f.cell, f.row_no,
               f.field, f.severity, f.code, f.raw, f.read_as, f.expected, o.outcome, f.subject, false as by_rule
        from file_finding f
        join arrival a using (arrival_id)
        join upload read using (arrival_id)
        left join standing o using (arrival_id)
        where a.cycle = of_cycle and coalesce(read.read_at, a.first_seen_at) <= as_of
          -- of a register only the version in force
          and (a.source = 'inbox' or not exists (
                select from arrival later
                where later.cycle = a.cycle and later.source = a.source and later.path = a.path
                  and later.first_seen_at <= as_of and later.arrival_id > a.arrival_id))
          and not exists (
                select from settled s
                where (s.arrival_id, s.sheet) = (f.arrival_id, coalesce(f.sheet, ''))
                  -- what is told of many speaks of more than its row
                  and case when f.code = 'more_like_this' then s.all_rows else f.code not like '%\_more' and s.row_no = f.row_no end)
          and not (f.code in ('sequence_missing', 'sequence_repeated') and f.arrival_id in (select arrival_id from unordered))
        union all
        select f.unit_code, f.arrival_id, f.table_no, f.item, f.sheet, f.cell, f.row_no, f.field, f.severity, f.code, f.raw,
               f.read_as, f.expected, o.outcome, null, true
        from rule_findings_at(of_cycle, as_of) f
        left join standing o using (arrival_id)
    ), spoken_of as materialized (
        select arrival_id, bool_or(item is not null) as by_item, bool_or(item is null and row_no is not null) as by_row
        from finding
        group by arrival_id
    ), name as materialized (
        -- a line of a register names whom it speaks of, and no 审查决定 lets pass what is wrong with it
        select s.by_item, s.by_row, g.arrival_id, g.table_no, g.item, t.sheet, g.row_no, g.field in ('sum_platform_name', 'platform_name', 'platform') as of_platform, g.text,
               case when t.kind in ('summary', 'application') then g.folded end as folded
        from spoken_of s
        join upload_table t using (arrival_id)
        join figure g using (arrival_id, table_no)
        where g.item > 0 and (t.kind in ('summary', 'application') and g.field in ('sum_platform_name', 'platform_name', 'sum_enterprise', 'ent_name')
            or t.kind like 'register\_%' and g.field in ('platform', 'enterprise'))
    ), place as materialized (
        -- the rules tell a row by its item, the readers by its sheet and number; one key for both, so that it is joined whole
        select n.place, min(n.text collate "C") filter (where n.of_platform) as platform, min(n.text collate "C") filter (where not n.of_platform) as enterprise,
               min(n.folded collate "C") filter (where n.of_platform) as folded_platform,
               min(n.folded collate "C") filter (where not n.of_platform) as folded_enterprise
        from (
            select array[arrival_id, table_no, item]::text[] as place, of_platform, text, folded from name where by_item
            union all
            select array[arrival_id::text, sheet, row_no::text, ''], of_platform, text, folded from name where by_row
        ) as n
        group by n.place
    ), paper as materialized (
        -- of a form or list that stands for one platform all of it speaks of that one
        select o.arrival_id, min(o.platform_name collate "C") as platform, min(o.platform collate "C") as folded_platform, min(form.enterprise collate "C") as enterprise,
               min(form.folded collate "C") as folded_enterprise
        from outcomes_at(of_cycle, as_of) o
        join spoken_of using (arrival_id)
        left join (
            select g.arrival_id, min(g.text collate "C") as enterprise, min(g.folded collate "C") as folded
            from spoken_of
            join figure g using (arrival_id)
            where g.field = 'ent_name'
            group by g.arrival_id
            having count(distinct g.folded) = 1
        ) as form using (arrival_id)
        where o.platform <> ''
        group by o.arrival_id
        having count(distinct o.platform) = 1
    ), named as (
        select f.*, coalesce(n.platform, p.platform) as platform, coalesce(n.enterprise, p.enterprise) as enterprise,
               coalesce(n.folded_platform, p.folded_platform) as folded_platform,
               coalesce(n.folded_enterprise, p.folded_enterprise) as folded_enterprise
        from finding f
        left join place n on n.place = case
                when f.item is null then array[f.arrival_id::text, f.sheet, f.row_no::text, '']
                else array[f.arrival_id, f.table_no, f.item]::text[]
            end
        left join paper p on p.arrival_id = f.arrival_id
    )
    select f.unit_code, u.unit_name, u.unit_order, f.arrival_id, a.source, f.table_no, f.item, a.path, a.sha256, f.sheet,
           f.cell, f.row_no, f.field, f.severity, f.code, f.raw, f.read_as, f.expected,
           case when a.source is distinct from 'register' then coalesce(r.clause, '') else '' end,
           f.platform, f.enterprise, f.folded_platform, f.folded_enterprise, f.outcome, f.subject, f.by_rule,
           f.severity = 'warning' and coalesce('通过' = (
               select newest_decision(array_agg(p.scope), array_agg(p.dated_at), array_agg(p.decision))
               from decided p
               where p.matter = f.code and coalesce(p.unit_code, f.unit_code) is not distinct from f.unit_code
                 and (p.file is null or p.file = a.path and (a.first_seen_at < p.speaks_until or not exists (
                       select from arrival earlier
                       where earlier.cycle = a.cycle and earlier.source = a.source and earlier.path = a.path
                         and earlier.sha256 is not null and earlier.arrival_id < a.arrival_id)))
                 and (p.platform is null or p.platform = f.folded_platform)
                 and (p.enterprise is null or p.enterprise = f.folded_enterprise)), false)
    from named f
    left join arrival a using (arrival_id)
    left join unit u on u.cycle = of_cycle and u.unit_code = f.unit_code
    left join rule r on r.cycle = of_cycle and r.code = f.code
    where not exists (
            select from replaced p
            where p.arrival_id = f.arrival_id and case when f.item is null then (p.sheet, p.row_no) = (coalesce(f.sheet, ''), f.row_no) else (p.table_no, p.item) = (f.table_no, f.item) end)
$$;

-- Who is told of each file: its unit; of a name that many send in under (`unit_gathers`) the applicant alone, by its folder, else by the enterprises that the file names, else nobody but
-- the file itself. `applicant` is '' of a unit that is told as a whole.
create function recipients_at(of_cycle text, as_of timestamptz)
returns table (arrival_id bigint, unit_code text, applicant text, applicant_name text)
language sql stable
as $$
    with told as materialized (
        select distinct o.arrival_id, o.unit_code, unit_gathers(u.unit_type, u.added_at) as gathers, a.path,
               case when a.path like '%/%/%' then split_part(a.path, '/', 2) end as folder
        from outcomes_at(of_cycle, as_of) o
        join arrival a using (arrival_id)
        join unit u on (u.cycle, u.unit_code) = (of_cycle, o.unit_code)
    ), folder as (
        -- a file that could not be read has no folded folder: that of its neighbours
        select t.unit_code, t.folder, min(f.value) as folded
        from told t
        join upload_fact f on f.arrival_id = t.arrival_id and f.name = 'platform_folder_folded' and f.value <> ''
        where t.gathers and t.folder is not null
        group by t.unit_code, t.folder
    ), named as (
        select t.*, coalesce(f.folded, t.folder, said.folded, t.path) as applicant,
               coalesce(t.folder, said.written, regexp_replace(t.path, '^.*/|\.[^.]*$', '', 'g')) as written
        from told t
        left join folder f using (unit_code, folder)
        left join lateral (
            select string_agg(distinct g.folded collate "C", '|') as folded, string_agg(distinct g.text collate "C", '、') as written
            from figure g
            where g.arrival_id = t.arrival_id and g.field in ('sum_enterprise', 'ent_name') and g.folded <> ''
        ) as said on true
        where t.gathers
    )
    select t.arrival_id, t.unit_code, '', null from told t where not t.gathers
    union all
    select n.arrival_id, n.unit_code, n.applicant,
           min(n.written collate "C") over (partition by n.unit_code, n.applicant)
    from named n
$$;

-- The uploads of each slot in the order of their coming (the same again is none), and which of them still speak: what counts, and what was not taken and
-- has not been replaced, at its path or by what came later and counts. What could not be read is in the slot of its path, with kind ''.
create function slot_uploads_at(of_cycle text, as_of timestamptz)
returns table (arrival_id bigint, unit_code text, applicant text, kind text, platform text, part integer, path text,
    outcome text, first_seen_at timestamptz, place bigint, live boolean)
language sql stable
as $$
    with stood as materialized (
        select o.arrival_id, w.unit_code, w.applicant, o.kind,
               case when o.kind = '' then a.path else o.platform end as platform,
               coalesce(case when l.part_of > 1 then l.part_no end, 0) as part, a.path, o.outcome, a.first_seen_at, o.received_at,
               exists (
                   select from arrival later
                   where later.cycle = a.cycle and later.source = a.source and later.path = a.path
                     and later.first_seen_at <= as_of and later.sha256 is not null
                     and later.arrival_id > a.arrival_id) as replaced,
               row_number() over (order by o.received_at, a.first_seen_at, a.path collate "C", a.arrival_id) as came
        from outcomes_at(of_cycle, as_of) o
        join arrival a using (arrival_id)
        join recipients_at(of_cycle, as_of) w using (arrival_id)
        left join lateral (
            select min(t.part_no) as part_no, max(t.part_of) as part_of
            from list_table t
            where (t.arrival_id, t.kind) = (o.arrival_id, o.kind)
        ) as l on true
        where o.outcome <> 'duplicate'
    )
    select s.arrival_id, s.unit_code, s.applicant, s.kind, s.platform, s.part, s.path, s.outcome, s.first_seen_at,
           row_number() over (partition by s.unit_code, s.applicant, s.kind, s.platform, s.part order by s.came),
           case s.outcome
               when 'accepted' then true
               when 'superseded' then false
               when 'late' then not s.replaced
               else not s.replaced and s.received_at >= coalesce(max(s.received_at) filter (where s.outcome = 'accepted') over (
                   partition by s.unit_code, s.applicant, s.kind, s.platform, s.part), '-infinity')
           end
    from stood s
$$;

-- What is told at a clock, to units and beside them. `state`: new, or open (仍未改) where an upload of the slot before the newest that speaks had it too; fixed (已改正) where only
-- that one had. Before it: the upload just before, and those that still count beside it; of the rules' findings those that stood in the last outbox before
-- the newest came. What could not be read and was replaced at its path counts as an upload before the one that replaced it.
-- apart: what no unit is told, of registers, of the cycle and of files that are no unit's, without a slot.
create function told_findings_at(of_cycle text, as_of timestamptz)
returns table (state text, unit_code text, applicant text, kind text, platform text, part integer, subject text,
    arrival_id bigint, file text, sheet text, cell text, row_no integer, field text, severity text, code text, raw text,
    read_as text, expected text, clause text, platform_name text, enterprise text)
language sql stable
as $$
    with slot as materialized (
        select s.*, max(place) filter (where live) over (partition by unit_code, applicant, kind, platform, part) as newest,
               min(arrival_id) over (partition by path order by arrival_id groups between 1 following and 1 following) as next_there
        from slot_uploads_at(of_cycle, as_of) s
    ), ordered as materialized (
        select s.*, max(place) filter (where place < newest) over (
                partition by unit_code, applicant, kind, platform, part) as before,
               min(first_seen_at) over (partition by unit_code, applicant, kind, platform, part order by place) as first_of_slot
        from slot s
    ), shown as materialized (
        select shown_at from shown_nights(of_cycle, as_of)
    ), untold as materialized (
        -- superseded before an outbox could tell of it
        select s.arrival_id
        from slot s
        join slot n on (n.unit_code, n.applicant, n.kind, n.platform, n.part, n.place)
            = (s.unit_code, s.applicant, s.kind, s.platform, s.part, s.newest)
        where s.outcome = 'superseded' and not exists (
                select from shown where shown_at >= s.first_seen_at and shown_at < n.first_seen_at)
    ), earlier as materialized (
        -- each with the upload that came after it
        select s.*, n.arrival_id as after_arrival, last.shown_at as stood_at, s.first_seen_at <= last.shown_at as told
        from ordered s
        join slot n on (n.unit_code, n.applicant, n.kind, n.platform, n.part, n.place)
            = (s.unit_code, s.applicant, s.kind, s.platform, s.part, s.newest)
        cross join lateral (select max(shown_at) as shown_at from shown where shown_at < n.first_seen_at) as last
        -- where no outbox has told of the slot, nothing of it is still open
        where s.place < s.newest and (s.live or s.place = s.before) and s.first_of_slot <= last.shown_at
        union all
        select s.*, n.arrival_id, null, true
        from ordered s
        join (select distinct arrival_id from slot where live and kind <> '') as n on n.arrival_id = s.next_there
        where s.kind = ''
    ), found as materialized (
        select * from findings_at(of_cycle, as_of)
    ), said as materialized (
        select false as was, f.* from found f where f.source = 'inbox'
        union all
        select true, null, null, null, f.arrival_id, 'inbox', null, null, a.path, a.sha256, f.sheet, f.cell, f.row_no,
               f.field, f.severity, f.code, f.raw, f.read_as, f.expected, '', null, null, null, null, null, f.subject, false,
               false
        from file_finding f
        join arrival a using (arrival_id)
        join upload read using (arrival_id)
        where f.arrival_id in (select arrival_id from earlier) and coalesce(read.read_at, a.first_seen_at) <= as_of
          and not (f.code in ('sequence_missing', 'sequence_repeated')
              and exists (select from rule_finding r where (r.cycle, r.arrival_id, r.code) = (of_cycle, f.arrival_id, 'sequence_incomplete')))
        union all
        select true, null, null, null, f.arrival_id, 'inbox', f.table_no, f.item, a.path, a.sha256, f.sheet, f.cell,
               f.row_no, f.field, f.severity, f.code, f.raw, f.read_as, f.expected, '', null, null, null, null, null, null,
               true, false
        from rule_finding f
        join (select distinct arrival_id, stood_at from earlier) as e using (arrival_id)
        join arrival a using (arrival_id)
        where f.cycle = of_cycle and f.ruled_from <= e.stood_at and (f.ruled_until is null or f.ruled_until > e.stood_at)
    ), spoken_of as materialized (
        select arrival_id, bool_or(item is not null) as by_item, bool_or(item is null and row_no is not null) as by_row
        from said
        group by arrival_id
    ), sheet as materialized (
        select t.arrival_id, t.sheet, min(t.table_no) as table_no
        from spoken_of
        join upload_table t using (arrival_id)
        group by t.arrival_id, t.sheet
    ), name as materialized (
        select s.by_item, s.by_row, g.arrival_id, g.table_no, g.item, g.row_no, g.field in ('sum_platform_name', 'platform_name') as of_platform, g.text, g.folded
        from spoken_of s
        join figure g using (arrival_id)
        where g.field in ('sum_platform_name', 'platform_name', 'sum_enterprise', 'ent_name')
    ), place as materialized (
        select n.place, min(n.folded collate "C") filter (where n.of_platform) as platform, min(n.folded collate "C") filter (where not n.of_platform) as enterprise,
               min(n.text collate "C") filter (where n.of_platform) as platform_text, min(n.text collate "C") filter (where not n.of_platform) as enterprise_text,
               min(n.item) as item
        from (
            select array[arrival_id, table_no, item, 0] as place, item, of_platform, text, folded from name where item > 0 and by_item
            union all
            select array[arrival_id, table_no, 0, row_no], item, of_platform, text, folded from name where item > 0 and by_row
        ) as n
        group by n.place
    ), piece as materialized (
        select p.arrival_id, p.table_no, p.item, p.platform, count(*) over same_table as pieces, min(p.item) over same_table as first_item
        from spoken_of
        join pieces_at(of_cycle, as_of) p using (arrival_id)
        window same_table as (partition by p.arrival_id, p.table_no)
    ), placed as materialized (
        -- the table that a finding speaks of, where it is one
        select s.*, row_number() over () as no, t.table_no as of_table, t.kind as of_kind, k.layout,
               row.platform as row_platform, row.enterprise as row_enterprise, row.platform_text, row.enterprise_text,
               piece.platform as piece_platform
        from said s
        left join sheet on s.table_no is null and s.row_no > 0 and (sheet.arrival_id, sheet.sheet) = (s.arrival_id, coalesce(s.sheet, ''))
        left join upload_table t on (t.arrival_id, t.table_no) = (s.arrival_id, coalesce(s.table_no, sheet.table_no))
        left join upload_kind k on (k.cycle, k.kind) = (of_cycle, t.kind)
        left join place row on k.layout <> 'list' and row.place = case
                when s.item is null then array[s.arrival_id, t.table_no, 0, s.row_no]
                else array[s.arrival_id, t.table_no, s.item, 0]
            end
        left join piece on (piece.arrival_id, piece.table_no) = (s.arrival_id, t.table_no) and (piece.pieces = 1 or piece.item = coalesce(s.item, row.item, piece.first_item))
    ), chosen as materialized (
        select distinct on (p.no) p.*, u.unit_code as to_unit, u.applicant, u.kind, u.platform as to_platform, u.part, u.live
        from placed p
        join slot u using (arrival_id)
        order by p.no, u.kind = p.of_kind desc nulls last, u.platform = p.piece_platform desc nulls last,
            u.live desc, u.kind collate "C", u.platform collate "C"
    ), ruled as materialized (
        select arrival_id, table_no, item from rulings_at(of_cycle, as_of)
    ), kept as (
        select c.*, c.arrival_id as spoken_of, true as told from chosen c
        where not c.was
          -- what rules say of a nomination that stood in a table before is said still
          and (c.live or c.by_rule and c.item is not null and (c.arrival_id, c.table_no, c.item) in (
                  select arrival_id, table_no, item from ruled)
              -- rows that were never read stand in no newer table: they may be another unit's
              or c.code in ('rows_after_end', 'second_table') and c.arrival_id in (select arrival_id from untold))
        union all
        select c.*, e.after_arrival, e.told
        from chosen c
        join earlier e on e.arrival_id = c.arrival_id
            and (e.unit_code, e.applicant, e.kind, e.platform, e.part)
                = (c.to_unit, c.applicant, c.kind, c.to_platform, c.part)
        where c.was
    ), heir as (
        -- what replaced an unread file tells the slot
        select distinct on (arrival_id) arrival_id, kind, platform, part
        from slot
        where kind <> ''
        order by arrival_id, kind collate "C", platform collate "C"
    ), keyed as (
        select k.*, coalesce(n.kind, k.kind) as slot_kind, coalesce(n.platform, k.to_platform) as slot_platform,
               coalesce(n.part, k.part) as slot_part,
               finding_subject(k.layout, k.subject, k.row_no,
                   (select j.cells::text from list_reject j where (j.arrival_id, j.table_no, j.row_no) = (k.arrival_id, k.of_table, k.row_no)),
                   k.raw, k.row_platform, k.row_enterprise, k.by_rule) as key
        from kept k
        left join heir n on k.was and k.kind = '' and n.arrival_id = k.spoken_of
    ), judged as (
        select k.*, bool_or(k.was) over same as told_before, bool_or(not k.was) over same as told_now,
               -- a reader that tells only the first of many does not say that the others are right
               bool_or(not k.was and k.code = 'more_like_this') over (
                   partition by k.to_unit, k.applicant, k.slot_kind, k.slot_platform, k.slot_part, k.field)
               or bool_or(not k.was and k.code like '%\_more') over (
                   partition by k.to_unit, k.applicant, k.slot_kind, k.slot_platform, k.slot_part, regexp_replace(k.code, '_more$', '')) as more
        from keyed k
        window same as (
            partition by k.to_unit, k.applicant, k.slot_kind, k.slot_platform, k.slot_part, k.key, k.field, k.code)
    )
    select case when j.was then 'fixed' when j.told_before then 'open' else 'new' end, j.to_unit, j.applicant, j.slot_kind, j.slot_platform, j.slot_part, j.key, j.arrival_id, j.file, j.sheet,
           j.cell, j.row_no, j.field, j.severity, j.code, j.raw, j.read_as, j.expected, j.clause,
           coalesce(j.platform, j.platform_text), coalesce(j.enterprise, j.enterprise_text)
    from judged j
    -- what no outbox told nobody has put right
    where not j.passed and not (j.was and (j.told_now or j.more or not j.told))
    union all
    select 'apart', f.unit_code, '', null, null, null, null, f.arrival_id, f.file, f.sheet, f.cell, f.row_no, f.field, f.severity, f.code, f.raw,
           f.read_as, f.expected, f.clause, f.platform, f.enterprise
    from found f
    where not f.passed and (f.unit_code is null or f.arrival_id is null or f.source is distinct from 'inbox')
$$;

-- What units are told.
create function slip_findings_at(of_cycle text, as_of timestamptz)
returns table (state text, unit_code text, applicant text, kind text, platform text, part integer, subject text,
    arrival_id bigint, file text, sheet text, cell text, row_no integer, field text, severity text, code text, raw text,
    read_as text, expected text, clause text, platform_name text, enterprise text)
language sql stable
as $$
    select * from told_findings_at(of_cycle, as_of) where state <> 'apart'
$$;

create function rights_slips() returns void
language sql
as $$
    grant execute on function findings_at, recipients_at, slot_uploads_at, finding_subject, told_findings_at, slip_findings_at to huizong_exporter;
$$;

select grant_roles();
select hand_over();
