-- Cycles are data: what a cycle's schemas say, loaded by huizong-setup. Every key of the database begins with the cycle.
create table cycle (
    cycle              text primary key check (cycle ~ '^[a-z0-9][a-z0-9-]*$'),
    title              text not null,
    office             text not null,
    form_year          integer not null,
    notice_at          timestamptz not null,
    deadline           timestamptz not null,
    deadline_inclusive boolean not null,
    offset_minutes     integer not null check (offset_minutes between -720 and 840),
    late               text not null check (late in ('refuse', 'decide')),
    quota              integer check (quota >= 0),          -- null: none printed, no limit
    quota_advise       integer check (quota_advise >= 0),   -- beyond it a warning
    -- what the quota's foreign keys compare with: a limit that is always there
    seat_limit         integer not null generated always as (coalesce(quota, 2147483647)) stored,
    surplus            text not null check (surplus in ('keep-first', 'hold-all')),
    award_year         integer not null,
    onward_limit       integer check (onward_limit >= 0),
    region_prefix      text not null,                       -- characters 3… of a USCC registered in the province
    direct_route       boolean not null,
    attachment_no      text not null,                       -- '附件3'
    names_folded       text not null default '',            -- its code and its title, folded by text/fold in C, a line each
    settings           jsonb not null,                      -- x:cycle whole, each value with its clause or assumption
    schemas_sha256     text not null,
    unique (cycle, seat_limit)
);

create table unit (
    cycle      text not null references cycle on delete cascade,
    unit_code  text not null,
    unit_name  text not null,                               -- as printed in the official table
    short_name text not null,                               -- folder and file names
    unit_type  text not null check (unit_type in ('city', 'district', 'zone', 'direct', 'related')),
    unit_order integer not null,
    primary key (cycle, unit_code),
    unique (cycle, unit_order)
);

-- Every way to write a unit, folded by text/fold in C (names, short names, aliases, codes).
create table unit_alias (
    cycle     text not null,
    folded    text not null,
    alias     text not null,
    unit_code text not null,
    primary key (cycle, folded),
    foreign key (cycle, unit_code) references unit on delete cascade
);

-- The instances of rule shapes (sql/rules) and the findings' codes that a cycle gives a severity and a clause.
create table rule (
    cycle    text not null references cycle on delete cascade,
    code     text not null,
    shape    text not null,
    operands jsonb not null default '{}',
    severity text not null check (severity in ('error', 'warning')),
    clause   text not null,
    assumed  text,                                          -- why, where the notice does not print it
    primary key (cycle, code)
);

-- The fields of each upload definition, in the order of the form.
create table field (
    cycle       text not null,                              -- a cycle, or 'registers'
    kind        text not null,
    field       text not null,
    field_order integer not null,
    label       text not null,
    value_type  text not null,
    place       text not null check (place in ('head', 'row')),
    required    boolean not null,
    personal    boolean not null,
    clause      text,
    primary key (cycle, kind, field)
);

-- The catalogue's short names (messages.json), so that a register may name a matter by its code or as the ledger prints
-- it. Folded in C like every name.
create table message (
    code   text primary key,
    title  text not null,
    folded text not null
);

-- Which cycle a register's line is of by its 批次: 'own', 'other', or null where nobody can tell. Code or title of a cycle; or the year of the office's only cycle of
-- that year, which among the winners may be theirs and therefore names no other cycle. What was left blank is of any.
create function batch_meant(of_cycle text, kind text, written text) returns text
language sql stable
as $$
    select case
        when written is null then 'own'
        when bool_or(c.cycle = of_cycle and said.name) then 'own'
        when bool_or(said.name) then 'other'
        when count(*) filter (where said.year) <> 1 then null
        when bool_or(c.cycle = of_cycle and said.year) then 'own'
        when kind <> 'register_winners' then 'other'
    end
    from cycle c
    join cycle own on own.cycle = of_cycle
    cross join lateral (
        select written in (c.cycle, c.title) or written = any (string_to_array(c.names_folded, E'\n')) as name,
               c.office = own.office and written ~ '^[0-9]{4}(年|年度)?$' and left(written, 4) = c.form_year::text as year
    ) as said
$$;
