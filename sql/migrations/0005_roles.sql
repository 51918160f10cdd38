-- Who may do what. Where the login may not create roles, it goes on with its own rights and the administrator creates
-- them (see sql/README.md).
do $$
declare
    name text;
begin
    foreach name in array array['huizong_owner', 'huizong_loader', 'huizong_reader', 'huizong_exporter'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin', name);
        end if;
    end loop;
exception
    when insufficient_privilege or duplicate_object or unique_violation then
        raise notice 'could not create the roles huizong_*: %', sqlerrm;
end
$$;

-- A database that was made before PostgreSQL 15 lets everybody make tables in its public schema.
do $$
begin
    if to_regnamespace('public') is not null then
        revoke create on schema public from public;
    end if;
exception
    when insufficient_privilege then
        raise notice 'schema public stays as it is: %', sqlerrm;
end
$$;

-- What the roles may do is said where the tables are made, in functions named rights_…; where the roles are there, that is granted and
-- nothing else: what they had before is taken back, and functions, which anybody may run when they are made, are the owner's.
create function grant_roles() returns void
language plpgsql
as $$
declare
    rights name;
begin
    revoke execute on all functions in schema huizong from public;
    if (select count(*) from pg_roles where rolname in ('huizong_loader', 'huizong_reader',
        'huizong_exporter')) < 3 then
        return;
    end if;
    revoke all on all tables in schema huizong from huizong_loader, huizong_reader, huizong_exporter;
    revoke all on all functions in schema huizong from huizong_loader, huizong_reader, huizong_exporter;
    grant usage on schema huizong to huizong_loader, huizong_reader, huizong_exporter;
    for rights in
        select proname from pg_proc
        where pronamespace = 'huizong'::regnamespace and starts_with(proname, 'rights_')
        order by proname
    loop
        execute format('select %I()', rights);
    end loop;
end
$$;

-- The loader appends: arrivals, uploads, history and findings are never deleted, and never rewritten but for the end of
-- their validity. Only `ruling` and `quota_seat`, which hold what stands now, lose rows; `ruling` never without a line in its history,
-- and a nomination keeps its key. No SECURITY DEFINER function deletes instead: it would have to read the loader's temp tables, and whoever
-- makes a temp view could run anything in it with the owner's rights.
create function rights_arrivals() returns void
language sql
as $$
    grant select on cycle, unit, unit_alias, rule, field, message, content, arrival, upload, upload_fact, upload_table, figure, file_finding,
        night, quota_seat, ruling, ruling_history, upload_outcome, rule_finding to huizong_loader;
    grant insert (arrival_id, verdict, refused_code, read_at) on upload to huizong_loader;
    grant insert on content, arrival, upload_fact, upload_table, figure, file_finding, night, quota_seat,
        ruling, upload_outcome, rule_finding, unit to huizong_loader;
    grant update (ruled_until) on upload_outcome, rule_finding to huizong_loader;
    grant update (decision, reasons, seat_no, seat_for, arrival_id, table_no, item, ruled_at), delete on ruling to huizong_loader;
    grant delete on quota_seat to huizong_loader;
    grant execute on function instant, iso_text, matter_code, plain_code, organisation_code, same_code, newest_decision, holding_codes, batch_meant, register_versions, register_lines_read, register_lines, unit_aliases,
        unit_gathers, rulings_at to huizong_loader;
    grant select on cycle, unit, unit_alias, rule, field, message, arrival, upload, upload_fact, upload_table, figure, file_finding, night,
        ruling_history, upload_outcome, rule_finding to huizong_exporter;
    grant execute on function instant, iso_text, matter_code, plain_code, organisation_code, same_code, newest_decision, holding_codes, batch_meant, register_versions, register_lines_read, register_lines, unit_aliases,
        unit_gathers, rulings_at, outcomes_at, rule_findings_at, nomination_rows_at, nominations_at, rule_remarks_at, reader_remarks, rows_replaced_at to huizong_exporter;
    -- people's data stands in figure and in the findings; a cycle's settings are the notice's words
    grant select on unit, unit_alias, arrival, night, ruling_history, upload_outcome to huizong_reader;
    grant select (cycle, notice_at, deadline, deadline_inclusive, offset_minutes, quota, schemas_sha256) on cycle to huizong_reader;
    grant execute on function iso_text, holding_codes, rulings_at, outcomes_at to huizong_reader;
$$;

-- The schema, and what a migration made in it, becomes huizong_owner's, where this login may hand it over; later migrations
-- run as that role.
create function hand_over() returns void
language plpgsql
as $$
declare
    statement text;
begin
    for statement in
        select format('alter table %s owner to huizong_owner', c.oid::regclass) from pg_class c
        where c.relnamespace = 'huizong'::regnamespace and c.relkind in ('r', 'p')
        union all
        select format('alter function %s owner to huizong_owner', p.oid::regprocedure) from pg_proc p
        where p.pronamespace = 'huizong'::regnamespace
        union all
        select 'alter schema huizong owner to huizong_owner'
    loop
        execute statement;
    end loop;
exception
    when insufficient_privilege or undefined_object then
        raise notice 'the schema stays with %: %', current_user, sqlerrm;
end
$$;

select grant_roles();
select hand_over();
