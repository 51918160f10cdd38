-- Where a form's or list's platform is named beside its head block: in the title above it, its sheet's name, its file's name. A name that stands only inside longer ones
-- (another platform's, an enterprise's, that of the head block) is not meant, and one that the notice's own titles hold says nothing.
create temp table beside_text on commit drop as
select s.arrival_id, t.table_no, said.place, said.field, said.written, folded_alike(said.written) as look
from seen s
cross join run
join upload_table t using (arrival_id)
join upload_kind d on (d.cycle, d.kind) = (run.cycle, t.kind)
cross join lateral (values (1, '标题', t.title), (2, '工作表名', t.sheet),
    (3, '文件名', regexp_replace(regexp_replace(s.path, '^.*/', ''), '\.[^.]*$', ''))) as said (place, field, written)
where s.verdict = 'complete' and d.layout in ('form', 'list') and said.written <> '';
analyze beside_text;

create temp table named_beside on commit drop as
with known as materialized (
    select folded_alike(name) as look, platform, unit_code, enterprise
    from (
        select distinct platform as name, platform, unit_code, enterprise from nomination where place = 'in_force'
        union
        select enterprise, null, null, null from nomination where place = 'in_force'
    ) as n
), met as materialized (
    select b.arrival_id, b.table_no, b.place, b.field, b.written, b.look as all_of_it, n.*
    from beside_text b
    join known n on length(n.look) > 1 and position(n.look in b.look) > 0
    where not exists (
            select from run
            left join upload_kind k using (cycle)
            where position(n.look in folded_alike(concat(run.title, k.title))) > 0)
), longest as (
    select distinct m.arrival_id, m.table_no, m.place, m.field, m.written, m.look, m.platform, m.unit_code, m.enterprise
    from met m
    cross join lateral (
        select string_agg(n.look, '|') as looks
        from (
            select look from met where (arrival_id, table_no, place) = (m.arrival_id, m.table_no, m.place)
            union
            -- as the head block or the form has it
            select folded_alike(folded)
            from figure
            where arrival_id = m.arrival_id and field in ('platform_name', 'cover_project_name', 'ent_name') and state = 'text'
        ) as n
        where length(n.look) > length(m.look) and position(m.look in n.look) > 0
    ) as longer
    where m.platform is not null
      and (longer.looks is null or position(m.look in regexp_replace(m.all_of_it, longer.looks, '|', 'g')) > 0)
)
select l.arrival_id, l.table_no, l.place, l.field, l.written, l.platform,
       l.unit_code = a.unit_code and (a.unit_type <> 'direct' or l.enterprise = (
           select f.value from upload_fact f where f.arrival_id = l.arrival_id and f.name = 'platform_folder_folded')) as own
from longest l
join attribution a using (arrival_id)
-- two characters may stand in any text
where l.unit_code = a.unit_code or length(l.look) > 2;
create index on named_beside (arrival_id, table_no);
analyze named_beside;

-- The one nomination of the unit that all of these places which name any agree on; where they name different ones, none.
create temp table agreed_beside on commit drop as
with counted as (
    select arrival_id, table_no, platform, count(*) as places, (array_agg(field order by place))[1] as field,
           (array_agg(written order by place))[1] as written
    from named_beside
    where own
    group by arrival_id, table_no, platform
), asked as (
    select arrival_id, table_no, count(distinct place) as places from named_beside where own group by arrival_id, table_no
)
select c.arrival_id, c.table_no, min(c.platform collate "C") as platform, min(c.field collate "C") as field, min(c.written collate "C") as written
from counted c
join asked using (arrival_id, table_no, places)
group by c.arrival_id, c.table_no
having count(*) = 1;
create unique index on agreed_beside (arrival_id, table_no);
analyze agreed_beside;
