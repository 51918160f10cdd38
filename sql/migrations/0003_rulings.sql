-- What the office's rules make of the arrivals. `ruling` holds what stands now and is guarded by constraints, whoever
-- writes it; what stood before is in ruling_history.

-- The instant of an ISO text of any precision ("2022", "2022-03", "2022-03-18", "2022-03-18T15:00"), its first second;
-- null where it is none.
create function instant(written text, offset_minutes integer) returns timestamptz
language sql immutable
as $$
    select case
        when written ~ '^[0-9]{4}$' then instant(written || '-01-01', offset_minutes)
        when written ~ '^[0-9]{4}-[0-9][0-9]$' then instant(written || '-01', offset_minutes)
        when written ~ '^[0-9]{4}-[0-9][0-9]-[0-9][0-9][T ].*(Z|[+-][0-9][0-9]:?[0-9][0-9])$' then written::timestamptz
        when written ~ '^[0-9]{4}-[0-9][0-9]-[0-9][0-9]([T ][0-9][0-9]:[0-9][0-9].*)?$'
            then written::timestamp at time zone 'UTC' - make_interval(mins => offset_minutes)
    end
$$;

-- "2022-03-18T15:00:00+08:00", as every report prints an instant.
create function iso_text(moment timestamptz, offset_minutes integer) returns text
language sql stable
as $$
    select to_char(moment at time zone 'UTC' + make_interval(mins => offset_minutes), 'YYYY-MM-DD"T"HH24:MI:SS')
        || case when offset_minutes < 0 then '-' else '+' end
        || to_char(abs(offset_minutes) / 60, 'FM00') || ':' || to_char(abs(offset_minutes) % 60, 'FM00')
$$;

-- 事项 of a register: a code, or the short name that the catalogue gives one (of two with the same, the one that is a rule). What its results call 逾期 or
-- 逾期未计, a file or a row, is the matter `late`.
create function matter_code(written text, folded_title text) returns text
language sql stable
as $$
    select coalesce((
        select case when m.code in ('outcome_late', 'decision_late') then 'late' else m.code end
        from message m
        where m.folded = folded_title
        order by exists (select from rule r where r.code = m.code) desc, m.code collate "C"
        limit 1), lower(written collate "C"))
$$;

-- A 统一社会信用代码 or 组织机构代码 as it is compared, and the part of it that names the organisation: of 18 characters the 9th to the 17th, of 9 all.
create function plain_code(written text) returns text
language sql immutable
as $$
    select upper(replace(written, '-', '') collate "C")
$$;

create function organisation_code(written text) returns text
language sql immutable
as $$
    select case when length(plain_code(written)) = 18 then substr(plain_code(written), 9, 9) else plain_code(written) end
$$;

-- A whole code and the organisation's part of it are the same.
create function same_code(one text, other text) returns boolean
language sql immutable
as $$
    select case
        when length(plain_code(one)) = length(plain_code(other)) then plain_code(one) = plain_code(other)
        else organisation_code(one) = organisation_code(other)
    end
$$;

-- What 审查决定 says in the end of one matter and one subject, where several lines speak of it: of one scope (3: a platform or an enterprise, 2: a file, 1: a unit) the newest,
-- of one day the strictest. What was said of one is not undone by what is said of all, unless that is stricter, and not older.
create function newest_decision(scopes integer[], days timestamptz[], decisions text[]) returns text
language sql immutable
as $$
    with said as (
        select distinct on (scope) scope, day, decision, array_position(array['通过', '退回补正', '不予受理'], decision) as strictness
        from unnest(scopes, days, decisions) as s (scope, day, decision)
        order by scope, day desc, strictness desc
    )
    select s.decision
    from said s
    where not exists (
        select from said o
        where o.strictness <> s.strictness
          and case
                when o.scope > s.scope then o.day > s.day or o.strictness > s.strictness
                else o.day >= s.day and o.strictness > s.strictness
              end)
    order by s.strictness desc
    limit 1
$$;

-- Which findings hold a nomination, and as what; each is settled by a line of a register (report/holds).
create function holding_codes() returns table (code text, decision text)
language sql immutable
as $$
    values ('duplicate_across_units', 'duplicate'), ('duplicate_in_table', 'duplicate'), ('winner_nominated_twice', 'duplicate'),
        ('winner_candidate', 'needs_review'), ('enterprise_won_with_other_platform', 'needs_review'),
        ('wrong_province', 'needs_review'), ('row_unit_differs', 'needs_review'),
        ('name_looks_like_another', 'needs_review'), ('name_denied', 'needs_review'), ('table_named_otherwise', 'needs_review'), ('names_joined', 'needs_review'),
        ('uscc_shared_across_units', 'needs_review'),
        ('uscc_check_digit', 'needs_review'), ('required_missing', 'needs_review'), ('name_garbled', 'needs_review'),
        ('sequence_incomplete', 'needs_review'), ('related_to_settle', 'needs_review'), ('over_quota', 'over_quota')
$$;

-- The lines of the registers that a night with this clock reads, those of several files of one register together, and what two of them say word for word once; without
-- the lines of another 批次, but with those of one that nobody knows (`batch_unknown`). `fields` holds what was written by field key (blank and bad cells have no key), `folded` the
-- keys for matching, `missing` the required fields without a value, `later` whether the line is dated after the clock.
create function register_lines_read(of_cycle text, as_of timestamptz)
returns table (kind text, arrival_id bigint, path text, sha256 text, first_seen_at timestamptz, table_no integer,
    sheet text, item integer, row_no integer,
    fields jsonb, folded jsonb, missing text[], dated_at timestamptz, before_notice boolean, later boolean, batch_unknown boolean)
language sql stable
as $$
    with version as (
        select v.kind, v.arrival_id, v.path, v.sha256, v.first_seen_at
        from register_versions(of_cycle, as_of) v
        where v.in_force
    ), line as (
        select v.*, t.table_no, t.sheet, f.item, min(f.row_no) as row_no,
               coalesce(jsonb_object_agg(f.field, coalesce(f.text, trim_scale(f.value)::text))
                   filter (where f.state in ('text', 'number', 'none')), '{}') as fields,
               coalesce(jsonb_object_agg(f.field, f.folded) filter (where f.folded <> ''), '{}') as folded,
               jsonb_object_agg(f.field, f.raw) filter (where f.state = 'bad') as bad
        from version v
        join upload_table t using (arrival_id, kind)
        join figure f using (arrival_id, table_no)
        where f.item > 0
        group by v.kind, v.arrival_id, v.path, v.sha256, v.first_seen_at, t.table_no, t.sheet, f.item
        having bool_or(f.state <> 'blank')
    ), told as (
        select l.*, first_value(l.arrival_id) over (partition by l.kind, l.fields, l.bad order by l.path collate "C") as told_in
        from line l
    ), dated as (
        select l.*, c.notice_at,
               instant(coalesce(l.fields ->> 'received_at', l.fields ->> 'date'), c.offset_minutes) as dated_at, meant.batch
        from told l
        join cycle c on c.cycle = of_cycle
        cross join lateral (
            select batch_meant(of_cycle, l.kind, case when l.fields ->> 'batch' <> '' then coalesce(l.folded ->> 'batch', l.fields ->> 'batch') end) as batch
        ) as meant
        where l.told_in = l.arrival_id and meant.batch is distinct from 'other'
    )
    select d.kind, d.arrival_id, d.path, d.sha256, d.first_seen_at, d.table_no, d.sheet, d.item, d.row_no, d.fields,
           d.folded,
           array(
               select f.field from field f
               where f.cycle = 'registers' and f.kind = d.kind and f.required and not d.fields ? f.field
               order by f.field_order),
           d.dated_at, d.kind not in ('register_winners', 'register_matches')
               and coalesce(d.dated_at < d.notice_at, false),
           coalesce(d.dated_at > as_of, false), d.batch is null
    from dated d
$$;

-- Of these what acts: a line that is dated later does not yet, nor one of a 批次 that nobody knows.
create function register_lines(of_cycle text, as_of timestamptz)
returns table (kind text, arrival_id bigint, path text, sha256 text, first_seen_at timestamptz, table_no integer,
    sheet text, item integer, row_no integer,
    fields jsonb, folded jsonb, missing text[], dated_at timestamptz, before_notice boolean)
language sql stable
as $$
    select l.kind, l.arrival_id, l.path, l.sha256, l.first_seen_at, l.table_no, l.sheet, l.item, l.row_no, l.fields,
           l.folded, l.missing, l.dated_at, l.before_notice
    from register_lines_read(of_cycle, as_of) l
    where not l.later and not l.batch_unknown
$$;

-- Null: the cycle's own; else the clock of the night whose 推荐单位名录 added the unit.
alter table unit add column added_at timestamptz;
alter table unit add unique (cycle, unit_code, unit_type);

-- setup takes away the units that the cycle's files do not name; those of the register are not its business.
create function unit_of_register_stays() returns trigger
language plpgsql
as $$
begin
    return null;
end
$$;

create trigger unit_of_register_stays before delete on unit
for each row when (old.added_at is not null) execute function unit_of_register_stays();

-- Whether many send in under one name, none of whom is told of another: the applicants of the direct route, and 相关单位, which the notice
-- does not name one by one. Those that 推荐单位名录 names are units of their own.
create function unit_gathers(unit_type text, added_at timestamptz) returns boolean
language sql immutable
as $$
    select unit_type = 'direct' or unit_type = 'related' and added_at is null
$$;

-- Every way to write a unit, folded: the cycle's own and those of 推荐单位名录.
create function unit_aliases(of_cycle text, as_of timestamptz) returns table (folded text, unit_code text)
language sql stable
as $$
    select folded, unit_code from unit_alias where cycle = of_cycle
    union
    select way, unit_code
    from (
        select way, min(coalesce(known.unit_code, line.fields ->> 'code') collate "C") as unit_code
        from register_lines(of_cycle, as_of) line
        cross join lateral (
            select string_to_table(concat_ws(E'\n', line.folded ->> 'name', line.folded ->> 'aliases',
                   line.folded ->> 'code'), E'\n')
        ) as written (way)
        -- a line that names a unit we know adds aliases to it
        left join unit_alias known on known.cycle = of_cycle and known.folded = line.folded ->> 'code'
        where line.kind = 'register_units' and line.missing = '{}' and way <> ''
        group by way
        -- a name that two of them claim is neither's
        having count(distinct coalesce(known.unit_code, line.fields ->> 'code')) = 1
    ) as added
    where not exists (select from unit_alias a where a.cycle = of_cycle and a.folded = added.way)
$$;

-- A unit's places. Seats 1 … seat_limit are open to any nomination of the unit; a waiver (超额批准) makes one more,
-- numbered below zero, for its nomination alone. A constraint trigger that counts would let a third one through under
-- REPEATABLE READ; seats do not, in any isolation level.
create table quota_seat (
    cycle      text not null,
    unit_code  text not null,
    unit_type  text not null,
    seat_no    integer not null,
    seat_limit integer not null,
    seat_for   text not null default '',                    -- '' or the nomination of a waiver
    waiver     text,                                        -- the waiver's document number
    primary key (cycle, unit_code, seat_no),
    unique (cycle, unit_code, seat_no, seat_for),
    foreign key (cycle, seat_limit) references cycle (cycle, seat_limit) on update cascade,
    foreign key (cycle, unit_code, unit_type) references unit (cycle, unit_code, unit_type) on update cascade,
    check ((seat_for = '') = (waiver is null)),
    -- the direct route (省级企业直报) is in no unit's quota
    check (case
        when seat_for <> '' then seat_no < 0
        else seat_no >= 1 and (seat_no <= seat_limit or unit_type = 'direct')
    end)
);

-- The standing decision on each nomination: (unit, folded platform | folded enterprise). A row that repeats another of
-- its table has occurrence 2, 3 …
create table ruling (
    cycle        text not null,
    unit_code    text not null,
    nomination   text not null,
    occurrence   integer not null default 1 check (occurrence >= 1),
    decision     text not null check (decision in ('withdrawn', 'ineligible', 'late', 'duplicate', 'needs_review',
        'over_quota', 'exempt', 'recommended')),
    reasons      text[] not null default '{}',
    seat_no      integer,
    seat_for     text,
    arrival_id   bigint not null,                           -- where the row stands, or stood last
    table_no     integer not null,
    item         integer not null,
    ruled_at     timestamptz not null,                      -- the clock of the night that ruled so
    primary key (cycle, unit_code, nomination, occurrence),
    foreign key (cycle, unit_code) references unit,
    foreign key (arrival_id, table_no) references upload_table,
    foreign key (cycle, unit_code, seat_no, seat_for) references quota_seat (cycle, unit_code, seat_no, seat_for),
    -- checked at the end of a statement, so that one UPDATE may hand a seat on
    unique (cycle, unit_code, seat_no) deferrable initially immediate,
    check ((decision = 'recommended') = (seat_no is not null)),
    check ((seat_no is null) = (seat_for is null)),
    check (seat_for in ('', nomination))
);

-- A corrected cycle may lower its quota: who sits beyond it stands up, and the next night rules anew. What the nights before the last one
-- have said stays.
create function quota_lowered() returns trigger
language plpgsql
as $$
begin
    update ruling r
    set decision = 'over_quota', reasons = array['over_quota'], seat_no = null, seat_for = null,
        ruled_at = coalesce((select max(n.as_of) from night n where n.cycle = r.cycle), r.ruled_at)
    from unit u
    where r.cycle = new.cycle and r.seat_no > new.quota and (u.cycle, u.unit_code) = (r.cycle, r.unit_code)
        and u.unit_type <> 'direct';
    delete from quota_seat where cycle = new.cycle and seat_no > new.quota and unit_type <> 'direct';
    return new;
end
$$;

create trigger quota_lowered before update on cycle
for each row when (new.quota < coalesce(old.quota, 2147483647)) execute function quota_lowered();

-- Every decision that ever stood, appended by the database itself. decision null: the nomination is no longer there.
create table ruling_history (
    entry      bigint generated always as identity primary key,
    cycle      text not null,
    unit_code  text not null,
    nomination text not null,
    occurrence integer not null,
    decision   text,
    reasons    text[] not null,
    seat_for   text,
    arrival_id bigint not null,
    table_no   integer not null,
    item       integer not null,
    ruled_at   timestamptz not null,
    written_by text not null default session_user
);
create index ruling_history_nomination on ruling_history (cycle, unit_code, nomination, occurrence, ruled_at, entry);

-- Of one statement at a time, so that a thousand decisions cost one.
create function ruling_remember() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
begin
    if tg_op <> 'INSERT' then
        insert into ruling_history (cycle, unit_code, nomination, occurrence, decision, reasons, seat_for, arrival_id, table_no, item, ruled_at)
        select g.cycle, g.unit_code, g.nomination, g.occurrence, null, g.reasons, g.seat_for, g.arrival_id, g.table_no, g.item,
               coalesce(nullif(current_setting('huizong.as_of', true), '')::timestamptz, now())
        from gone g
        -- a nomination that is renamed goes as well
        where tg_op = 'DELETE' or not exists (
            select from ruling r
            where (r.cycle, r.unit_code, r.nomination, r.occurrence) = (g.cycle, g.unit_code, g.nomination, g.occurrence))
        order by g.cycle, g.unit_code collate "C", g.nomination collate "C", g.occurrence;
    end if;
    if tg_op = 'INSERT' then
        insert into ruling_history (cycle, unit_code, nomination, occurrence, decision, reasons, seat_for, arrival_id, table_no, item, ruled_at)
        select c.cycle, c.unit_code, c.nomination, c.occurrence, c.decision, c.reasons, c.seat_for, c.arrival_id, c.table_no, c.item, c.ruled_at
        from come c
        order by c.cycle, c.unit_code collate "C", c.nomination collate "C", c.occurrence;
    elsif tg_op = 'UPDATE' then
        insert into ruling_history (cycle, unit_code, nomination, occurrence, decision, reasons, seat_for, arrival_id, table_no, item, ruled_at)
        select c.cycle, c.unit_code, c.nomination, c.occurrence, c.decision, c.reasons, c.seat_for, c.arrival_id, c.table_no, c.item, c.ruled_at
        from come c
        left join gone g using (cycle, unit_code, nomination, occurrence)
        -- another seat is no other decision
        where (g.decision, g.reasons, g.seat_for, g.arrival_id, g.table_no, g.item)
            is distinct from (c.decision, c.reasons, c.seat_for, c.arrival_id, c.table_no, c.item)
        order by c.cycle, c.unit_code collate "C", c.nomination collate "C", c.occurrence;
    end if;
    return null;
end
$$;

create trigger ruling_comes after insert on ruling referencing new table as come
for each statement execute function ruling_remember();
create trigger ruling_changes after update on ruling referencing old table as gone new table as come
for each statement execute function ruling_remember();
create trigger ruling_goes after delete on ruling referencing old table as gone
for each statement execute function ruling_remember();

-- What became of each arrival, for each kind of table in it. An outcome stands from one night's clock until another's;
-- only the end is ever written to a row that is there.
create table upload_outcome (
    cycle       text not null,
    arrival_id  bigint not null references arrival,
    kind        text not null,                              -- '' where nothing was read
    unit_code   text,
    received_at timestamptz not null,
    outcome     text not null check (outcome in ('accepted', 'refused', 'late', 'superseded', 'duplicate',
        'unattributed')),
    reasons     text[] not null default '{}',
    zero_report boolean not null default false,
    ruled_from  timestamptz not null,
    ruled_until timestamptz,
    check (ruled_until >= ruled_from)
);
create unique index upload_outcome_standing on upload_outcome (arrival_id, kind) where ruled_until is null;
create index upload_outcome_cycle on upload_outcome (cycle, arrival_id);

-- The findings of the rules, beside those of the readers (file_finding). arrival_id null: about the cycle or a unit as
-- a whole.
create table rule_finding (
    cycle       text not null references cycle,
    unit_code   text,
    arrival_id  bigint references arrival,
    table_no    integer,
    item        integer,
    sheet       text,
    cell        text,
    row_no      integer,
    field       text,
    severity    text not null check (severity in ('error', 'warning')),
    code        text not null,
    raw         text,
    read_as     text,
    expected    text,
    ruled_from  timestamptz not null,
    ruled_until timestamptz,
    check (ruled_until >= ruled_from)
);
create index rule_finding_cycle on rule_finding (cycle, arrival_id);
