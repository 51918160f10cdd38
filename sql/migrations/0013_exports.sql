-- Final packages that were made for the next tier: who signed what, when. Booked once and for good.
create table export_event (
    event           bigint generated always as identity primary key,
    cycle           text not null references cycle,
    version         integer not null check (version > 0),
    as_of           timestamptz not null,                   -- the clock of the state that was exported
    state_sha256    text not null check (state_sha256 ~ '^[0-9a-f]{64}$'),
    manifest_sha256 text not null check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    doc_no          text not null check (doc_no <> ''),
    signed_by       text not null check (signed_by <> ''),
    reason          text check (reason <> ''),              -- of a new version, or of personal data
    lists           boolean not null,
    personal        boolean not null,
    booked_at       timestamptz not null default now(),
    booked_by       text not null default session_user,
    unique (cycle, version),
    check (reason is not null or version = 1 and not personal),
    check (lists or not personal)
);

-- Rights alone would not bind the owner.
create function export_event_stays() returns trigger
language plpgsql
as $$
begin
    raise exception 'a booked export is neither changed nor deleted';
end
$$;

create trigger export_event_stays before update or delete or truncate on export_event
for each statement execute function export_event_stays();

-- A cursor over the rows of a list in their order, each field as text, in the order of the keys; null where the list has
-- no such column. A cursor, since a list may have millions of rows.
create function list_rows(of_list bigint, fields text[], cursor_name refcursor) returns refcursor
language plpgsql
as $$
declare
    of_kind text;
    columns text;
begin
    select t.kind into strict of_kind from list_table t where t.list_id = of_list;
    perform list_must_be_here(of_list);
    select string_agg(
               case a.atttypid
                   when 'numeric'::regtype then format('trim_scale(%I)::text', a.attname)
                   when 'boolean'::regtype then format('case when %I then ''是'' when not %1$I then ''否'' end', a.attname)
                   else format('%s::text', coalesce(quote_ident(a.attname), 'null'))
               end, ', ' order by w.place)
    into columns
    from unnest(fields) with ordinality as w (field, place)
    left join pg_attribute a on a.attrelid = format('list_%s', of_kind)::regclass and a.attnum > 0 and not a.attisdropped
        and w.field = 'att_' || of_kind || '.' || a.attname and a.attname not in ('list_id', 'row_no', 'key', 'extra', 'raw');
    open cursor_name no scroll for execute format('select %s from %I where list_id = %s order by row_no', columns,
        'list_' || of_kind, of_list);
    return cursor_name;
end
$$;

-- The loader books exports, the database says when and who. Who signed is a person: none for the reader.
create function rights_exports() returns void
language sql
as $$
    grant insert (cycle, version, as_of, state_sha256, manifest_sha256, doc_no, signed_by, reason, lists, personal) on export_event
        to huizong_loader;
    grant select (cycle, version, manifest_sha256) on export_event to huizong_loader;
    grant select on export_event to huizong_exporter;
    grant execute on function list_rows to huizong_exporter;
$$;

select grant_roles();
select hand_over();
