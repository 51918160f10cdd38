-- The cycle's definitions of another day beside those of today: a schema of its own, which this session looks into first, with copies of the tables
-- that setup writes and of the functions that read them. Nothing else is copied and nothing of huizong changes; the session drops it at its end.
select pg_advisory_lock(hashtextextended('huizong replay', 0));
drop schema if exists huizong_replay cascade;
create schema huizong_replay;

create table huizong_replay.cycle (like huizong.cycle including defaults including indexes including constraints);
-- a generated column of the original
alter table huizong_replay.cycle alter seat_limit drop not null;
insert into huizong_replay.cycle select * from huizong.cycle;
create table huizong_replay.unit (like huizong.unit including defaults including indexes including constraints);
insert into huizong_replay.unit select * from huizong.unit;
create table huizong_replay.unit_alias (like huizong.unit_alias including indexes);
insert into huizong_replay.unit_alias select * from huizong.unit_alias;
create table huizong_replay.rule (like huizong.rule including defaults including indexes);
insert into huizong_replay.rule select * from huizong.rule;
create table huizong_replay.field (like huizong.field including defaults including indexes);
insert into huizong_replay.field select * from huizong.field;
create table huizong_replay.message (like huizong.message including indexes);
insert into huizong_replay.message select * from huizong.message;
create table huizong_replay.upload_kind (like huizong.upload_kind including indexes);
insert into huizong_replay.upload_kind select * from huizong.upload_kind;
create table huizong_replay.form_section (like huizong.form_section including indexes);
insert into huizong_replay.form_section select * from huizong.form_section;

-- Functions that bind their own search path would go on reading the originals. Names are written out in full for the copying.
select set_config('search_path', 'pg_catalog', false), set_config('check_function_bodies', 'off', false);
do $$
declare
    definition text;
begin
    for definition in
        select pg_get_functiondef(p.oid)
        from pg_proc p
        join pg_language l on l.oid = p.prolang
        where p.pronamespace = 'huizong'::regnamespace and l.lanname = 'sql' and not starts_with(p.proname, 'rights_')
    loop
        definition := replace(definition, 'SET search_path TO ''huizong'', ''pg_temp''',
            'SET search_path TO ''huizong_replay'', ''huizong'', ''pg_temp''');
        execute regexp_replace(definition, 'FUNCTION huizong\.', 'FUNCTION huizong_replay.');
    end loop;
end
$$;
select set_config('search_path', 'huizong_replay, huizong, pg_temp', false);
