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

create function rights_forms() returns void
language sql
as $$
    grant select on upload_kind to huizong_loader, huizong_reader, huizong_exporter;
$$;

select grant_roles();
select hand_over();
