-- What rules ask of the lists in force, counted once for each list: it never changes. First in few rows: how many there
-- are of what is said in them. A row without 数量 among others that have one counts 1; where none has one the sum is null.
create temp table list_said (list_id bigint, said jsonb, rows bigint, sums jsonb) on commit drop;

-- Each list by its number, so that no other's rows are looked at; and never sorted: there are few groups, though nobody
-- has statistics of a table that never changes.
set local plan_cache_mode = force_custom_plan;
set local enable_sort = off;

do $$
declare
    one record;
begin
    for one in
        select distinct l.list_id, l.kind
        from list_now l
        where not exists (select from list_fact f where f.list_id = l.list_id)
    loop
        case one.kind
            when 'equipment' then
                insert into list_said
                select one.list_id,
                       jsonb_build_object('att_equipment.category', category, 'att_equipment.public_cloud', public_cloud,
                           'att_equipment.daily_run', daily_run),
                       count(*), jsonb_build_object('att_equipment.quantity', sum(quantity) + count(*) - count(quantity),
                           'att_equipment.id', nullif(count(*) filter (where key is null and coalesce(quantity, 1) <= 1), 0))
                from list_equipment
                where list_id = one.list_id
                group by category, public_cloud, daily_run;
            when 'model' then
                insert into list_said
                select one.list_id, jsonb_build_object('att_model.category', category), count(*),
                       jsonb_build_object('att_model.quantity', sum(quantity) + count(*) - count(quantity))
                from list_model
                where list_id = one.list_id
                group by category;
            when 'app' then
                insert into list_said
                select one.list_id, jsonb_build_object('att_app.kind', kind), count(*),
                       jsonb_build_object('att_app.quantity', sum(quantity) + count(*) - count(quantity))
                from list_app
                where list_id = one.list_id
                group by kind;
            when 'enterprise' then
                insert into list_said
                select one.list_id, jsonb_build_object('att_enterprise.amount', case when amount > 0 then '>0' end),
                       count(*),
                       jsonb_build_object('att_enterprise.quantity', sum(quantity) + count(*) - count(quantity), 'att_enterprise.amount', sum(amount))
                from list_enterprise
                where list_id = one.list_id
                group by amount > 0;
            when 'developer' then
                insert into list_said
                select one.list_id, '{}', count(*), jsonb_build_object('att_developer.quantity', sum(quantity) + count(*) - count(quantity))
                from list_developer
                where list_id = one.list_id;
            when 'killer' then
                insert into list_said
                select one.list_id, '{}', count(*),
                       jsonb_build_object('att_killer.subscriptions', sum(subscriptions), 'att_killer.daily', sum(daily),
                           'att_killer.income', sum(income))
                from list_killer
                where list_id = one.list_id;
            when 'solution' then
                insert into list_said
                select one.list_id, '{}', count(*), jsonb_build_object('att_solution.quantity', sum(quantity) + count(*) - count(quantity))
                from list_solution
                where list_id = one.list_id;
            when 'staff' then
                insert into list_said
                select one.list_id, '{}', count(*), jsonb_build_object('att_staff.quantity', sum(quantity) + count(*) - count(quantity))
                from list_staff
                where list_id = one.list_id;
        end case;
        -- a list may have no row at all
        insert into list_fact (list_id, measure, amount)
        select one.list_id, 'rows', coalesce(sum(rows), 0)
        from list_said
        where list_id = one.list_id;
    end loop;
end
$$;

set local plan_cache_mode to default;
set local enable_sort to default;

insert into list_fact (list_id, measure, field, value, amount)
select s.list_id, 'count', said.key, said.value, sum(s.rows)
from list_said s
cross join jsonb_each_text(s.said) as said
where said.value is not null
group by s.list_id, said.key, said.value
union all
select s.list_id, 'quantity', said.key, said.value, sum(coalesce(quantity.value::numeric, s.rows))
from list_said s
cross join jsonb_each_text(s.said) as said
join jsonb_each_text(s.sums) as quantity on quantity.key like '%.quantity'
where said.value is not null
group by s.list_id, said.key, said.value
having count(quantity.value) > 0
union all
select s.list_id, 'sum', sums.key, '',
       sum(coalesce(sums.value::numeric, case when sums.key like '%.quantity' then s.rows end))
from list_said s
cross join jsonb_each_text(s.sums) as sums
where sums.key not like '%.id'
group by s.list_id, sums.key
having count(sums.value) > 0
union all
select s.list_id, 'count', sums.key, '', sum(sums.value::numeric)
from list_said s
cross join jsonb_each_text(s.sums) as sums
where sums.key like '%.id' and sums.value is not null
group by s.list_id, sums.key;
