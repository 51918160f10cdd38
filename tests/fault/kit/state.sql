-- What a cycle's nights have written, a line a row, without what a repeated night may number anew: identities are replaced by the file that the
-- row is about, clocks of the server and the chain's digests are left out. Ordered, so that equal states are equal texts.
\set QUIET on
set search_path = huizong, pg_temp;
set client_min_messages = warning;

create temporary view file_of as
select arrival_id, concat_ws(' ', source, path, previous_sha256, sha256, visit) as file from arrival;

create function pg_temp.told(line jsonb) returns text
language sql
as $$
    select (line - '{arrival_id,list_id,list_a,list_b,entry,event,kept_at,booked_at,viewed_at,sequence,previous,fact}'::text[]
            - case when line ? 'fact' then 'sha256' else '' end
            || jsonb_build_object('files', (
                select jsonb_agg(f.file order by f.file)
                from file_of f
                where f.arrival_id in ((line ->> 'arrival_id')::bigint, (
                        select l.arrival_id from list_table l where l.list_id = (line ->> 'list_id')::bigint))
                    or f.arrival_id in (
                        select l.arrival_id from list_table l
                        where l.list_id in ((line ->> 'list_a')::bigint, (line ->> 'list_b')::bigint)))))::text
$$;

create temporary table state (line text);

do $$
declare
    of record;
begin
    for of in
        select c.relname
        from pg_class c
        where c.relnamespace = 'huizong'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    loop
        execute format('insert into state select %L || pg_temp.told(to_jsonb(t)) from huizong.%I t', of.relname || ' ', of.relname);
    end loop;
end
$$;

select line from state order by line collate "C";
-- A table that hangs about without a parent is what a load has left.
select 'stray ' || c.relname
from pg_class c
where c.relnamespace = 'huizong'::regnamespace and c.relkind = 'r' and c.relname like 'list\_%\_%'
    and not c.relispartition and c.relname not in ('list_table', 'list_fact', 'list_overlap', 'list_reject', 'list_refused');
