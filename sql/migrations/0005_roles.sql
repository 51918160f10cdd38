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

-- What the roles may do is said where the tables are made, in functions named rights_…; where the roles are there, all of it is granted.
create function grant_roles() returns void
language plpgsql
as $$
declare
    rights name;
begin
    if (select count(*) from pg_roles where rolname in ('huizong_loader', 'huizong_reader',
        'huizong_exporter')) < 3 then
        return;
    end if;
    grant usage on schema huizong to huizong_loader, huizong_reader, huizong_exporter;
    grant select on all tables in schema huizong to huizong_loader, huizong_exporter;
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
-- their validity.
create function rights_arrivals() returns void
language sql
as $$
    grant insert on content, arrival, upload, upload_fact, upload_table, figure, file_finding, night, quota_seat,
        ruling, upload_outcome, rule_finding, unit to huizong_loader;
    grant update (ruled_until) on upload_outcome, rule_finding to huizong_loader;
    grant update, delete on ruling to huizong_loader;
    grant delete on quota_seat to huizong_loader;
    -- people's data stands in figure and in the readers' findings
    grant select on cycle, unit, unit_alias, rule, field, content, arrival, upload, upload_table, night, quota_seat,
        ruling, ruling_history, upload_outcome to huizong_reader;
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
