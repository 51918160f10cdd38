-- Applications and their lists stand by platform: a unit sends one form and a set of lists for each.
alter table upload_outcome
    add column platform      text not null default '',      -- folded; '' for a table of the whole unit, and where none is known
    add column platform_name text;                          -- as it was written

drop index upload_outcome_standing;
create unique index upload_outcome_standing on upload_outcome (arrival_id, kind, platform) where ruled_until is null;

-- What each nomination's application is worth: whether form and due lists are there, and whether an error stands in them.
-- A state stands from one night's clock until another's.
create table application_state (
    cycle       text not null,
    unit_code   text not null,
    nomination  text not null,
    occurrence  integer not null,
    state       text not null check (state in ('齐全', '有误', '未交')),
    missing     text[] not null default '{}',               -- the kinds that are due and not there
    errors      text[] not null default '{}',               -- codes
    ruled_from  timestamptz not null,
    ruled_until timestamptz,
    foreign key (cycle, unit_code) references unit,
    check (ruled_until >= ruled_from),
    check ((state = '未交') = (missing <> '{}')),
    check (state <> '齐全' or errors = '{}')
);
create unique index application_state_standing on application_state (cycle, unit_code, nomination, occurrence)
where ruled_until is null;

create function application_states_at(of_cycle text, as_of timestamptz) returns setof application_state
language sql stable
as $$
    select *
    from application_state
    where cycle = of_cycle and ruled_from <= as_of and (ruled_until is null or ruled_until > as_of)
$$;

-- Whose each form and list is and whether it counts, as the night decided it: what is told, counted and passed on of forms and lists reads it here. It
-- stands from one night's clock until another's.
create table piece_outcome (
    cycle       text not null,
    arrival_id  bigint not null,
    table_no    integer not null,
    item        integer not null,                           -- of a table with a form in each row; 0: a list
    kind        text not null,
    platform    text not null,                              -- as upload_outcome has it
    unit_code   text,
    nomination  text,                                       -- null where it counts for none
    occurrence  integer,
    place       text not null check (place in ('in_force', 'waiting', 'aside')),
    ruled_from  timestamptz not null,
    ruled_until timestamptz,
    foreign key (arrival_id, table_no) references upload_table,
    check (ruled_until >= ruled_from),
    check ((nomination is null) = (occurrence is null))
);
create unique index piece_outcome_standing on piece_outcome (arrival_id, table_no, item) where ruled_until is null;
create index piece_outcome_cycle on piece_outcome (cycle, arrival_id);

create function pieces_at(of_cycle text, as_of timestamptz) returns setof piece_outcome
language sql stable
as $$
    select *
    from piece_outcome
    where cycle = of_cycle and ruled_from <= as_of and (ruled_until is null or ruled_until > as_of)
$$;

create function rights_applications() returns void
language sql
as $$
    grant insert on application_state, piece_outcome to huizong_loader;
    grant update (ruled_until) on application_state, piece_outcome to huizong_loader;
    grant select on application_state to huizong_loader, huizong_reader, huizong_exporter;
    grant select on piece_outcome to huizong_loader, huizong_exporter;
    grant execute on function application_states_at to huizong_reader, huizong_exporter;
    grant execute on function pieces_at to huizong_exporter;
$$;

select grant_roles();
select hand_over();
