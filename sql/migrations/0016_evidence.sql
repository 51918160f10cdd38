-- Who has looked at people's data in a trace, at what and why. Booked before anything is shown.
create table personal_view (
    entry     bigint generated always as identity primary key,
    cycle     text not null references cycle,
    asked     text not null check (asked <> ''),
    reason    text not null check (reason <> ''),
    viewed_at timestamptz not null default now(),
    viewed_by text not null default session_user
);

create function evidence_stays() returns trigger
language plpgsql
as $$
begin
    raise exception 'evidence is neither changed nor deleted: %', tg_table_name;
end
$$;

create trigger evidence_stays before update or delete or truncate on night_kept
for each statement execute function evidence_stays();
create trigger evidence_stays before update or delete or truncate on personal_view
for each statement execute function evidence_stays();

create function kept_fact(night night_kept) returns text
language sql stable
as $$
    select json_build_object('as_of', audit_instant(night.as_of), 'manifest', night.manifest_sha256, 'entry', night.entry)::text
$$;

create function kept_audited() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
begin
    perform audit_append(w.cycle, 'kept', array_agg(kept_fact(w) order by w.entry)) from written w group by w.cycle;
    return null;
end
$$;

create trigger night_kept_audited after insert on night_kept referencing new table as written
for each statement execute function kept_audited();

-- The loader books. Who looked is a person: none for the reader.
create function rights_evidence() returns void
language sql
as $$
    grant select, insert on night_kept to huizong_loader;
    grant insert on personal_view to huizong_loader;
    grant select on night_kept to huizong_exporter, huizong_reader;
    grant select on content to huizong_exporter;
    grant execute on function kept_fact to huizong_exporter;
$$;

select grant_roles();
select hand_over();
