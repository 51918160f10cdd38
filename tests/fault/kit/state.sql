-- What a cycle's nights have written, a line a row, without what a repeated night may number anew: identities (of tables and transactions, too) are replaced by the file that the
-- row is about, clocks of the server and the chain's digests are left out. Ordered, so that equal states are equal texts.
\set QUIET on
set search_path = huizong, pg_temp;
set client_min_messages = warning;

create temporary view file_of as
select arrival_id, concat_ws(' ', source, path, previous_sha256, sha256, visit) as file from arrival;

create function pg_temp.told(line jsonb) returns text
language sql
as $$
    select (line - '{arrival_id,list_id,list_a,list_b,holder,written_by,entry,event,kept_at,booked_at,viewed_at,sequence,previous,fact}'::text[]
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
            and c.relname not in ('audit_line', 'night_kept', 'ruling_history')
    loop
        execute format('insert into state
                        select %L || pg_temp.told(line)
                        from huizong.%I t, to_jsonb(t) line
                        where line ->> ''left_reason'' is distinct from ''unreadable''
                            and (line ->> ''ruled_until'' is null or line ->> ''ruled_until'' <> line ->> ''ruled_from'')',
                       of.relname || ' ', of.relname);
    end loop;
end
$$;

-- A file that could not be read is in the ledger as such, before it is there as read. A night without a file has ruled and put out something else
-- at the same clock, and that stays on record: the last word counts. What it said from a clock to the same clock, nobody sees any more.
insert into state
select 'night_kept ' || pg_temp.told(to_jsonb(k)) from (select distinct on (cycle, as_of) * from night_kept order by cycle, as_of, entry desc) k;
insert into state
select 'ruling_history ' || pg_temp.told(to_jsonb(h))
from (select distinct on (cycle, unit_code, nomination, occurrence, ruled_at) *
      from ruling_history order by cycle, unit_code, nomination, occurrence, ruled_at, entry desc) h;

select line from state order by line collate "C";
-- A table of rows without its parent is what a load has left behind.
select 'stray ' || c.relname
from pg_class c
where c.relnamespace = 'huizong'::regnamespace and c.relkind = 'r' and c.relname ~ '^list_.*[0-9]$' and not c.relispartition;
