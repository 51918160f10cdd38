-- The application form and its lists as upload definitions: kinds, the numbered parts of a form, and what rules and indicators ask of a field.
create table upload_kind (
    cycle          text not null,                           -- a cycle, or 'registers'
    kind           text not null,
    kind_order     integer not null,
    title          text not null,
    layout         text not null check (layout in ('table', 'form', 'list')),
    comparable     text not null check (comparable in ('same', 'variant', 'new')),  -- with the other year's
    comparable_why text,
    check ((comparable = 'same') = (comparable_why is null)),
    primary key (cycle, kind)
);

-- A part with a dimension is an indicator; a dimension is a part itself.
create table form_section (
    cycle         text not null,
    kind          text not null,
    section       text not null,                            -- '1.1'
    section_order integer not null,
    title         text not null,
    dimension     text,
    starred       boolean not null,                         -- 无 may be written
    primary key (cycle, kind, section)
);

alter table field
    drop constraint field_place_check,
    add constraint field_place_check check (place in ('head', 'row', 'form')),
    add column section        text,
    add column label_group    text,                         -- the printed label that this one stands under
    add column blank          integer check (blank > 0),    -- which of the blanks behind a label that several fields share
    add column unit           text,
    add column unit_assumed   text,                         -- why, where the form prints none
    add column three_state    boolean not null default false,
    add column years          text check (years ~ '^(since|base(-[1-9])?(\.\.base(-[1-9])?)?)$'),
    add column word_limit     integer check (word_limit > 0),
    add column minimum        numeric,
    add column maximum        numeric,
    add column choices        text[],
    add column open_choices   boolean not null default false,   -- another value is only doubtful
    add column comparable     text not null default 'same' check (comparable in ('same', 'variant', 'new')),
    add column comparable_why text,
    add column assumed        text,                         -- why, where no notice prints the field
    add check ((place = 'form') = (section is not null)),
    add check ((comparable = 'same') = (comparable_why is null));

-- As 0005 made it, and the reader's right to what is new here.
create or replace function grant_roles() returns void
language plpgsql
as $$
begin
    if (select count(*) from pg_roles where rolname in ('huizong_loader', 'huizong_reader',
        'huizong_exporter')) < 3 then
        return;
    end if;
    grant usage on schema huizong to huizong_loader, huizong_reader, huizong_exporter;
    grant select on all tables in schema huizong to huizong_loader, huizong_exporter;
    grant insert on content, arrival, upload, upload_fact, upload_table, figure, file_finding, night, quota_seat,
        ruling, upload_outcome, rule_finding, unit to huizong_loader;
    grant update (ruled_until) on upload_outcome, rule_finding to huizong_loader;
    grant update, delete on ruling to huizong_loader;
    grant delete on quota_seat to huizong_loader;
    -- people's data stands in figure and in the readers' findings
    grant select on cycle, unit, unit_alias, rule, upload_kind, form_section, field, content, arrival, upload,
        upload_table, night, quota_seat, ruling, ruling_history, upload_outcome to huizong_reader;
end
$$;

select grant_roles();

-- What a migration made may belong to the login that ran it, where 0005 has handed over the rest.
create function hand_over() returns void
language plpgsql
as $$
declare
    statement text;
begin
    for statement in
        select format('alter table %s owner to huizong_owner', c.oid::regclass) from pg_class c
        where c.relnamespace = 'huizong'::regnamespace and c.relkind = 'r'
        union all
        select format('alter function %s owner to huizong_owner', p.oid::regprocedure) from pg_proc p
        where p.pronamespace = 'huizong'::regnamespace
    loop
        execute statement;
    end loop;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'the schema stays with %: %', current_user, sqlerrm;
end
$$;

select hand_over();
