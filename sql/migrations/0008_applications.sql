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

create function rights_applications() returns void
language sql
as $$
    grant insert on application_state to huizong_loader;
    grant update (ruled_until) on application_state to huizong_loader;
    grant select on application_state to huizong_loader, huizong_reader, huizong_exporter;
    grant execute on function application_states_at to huizong_reader, huizong_exporter;
$$;

select grant_roles();
select hand_over();
