-- Rejected rows that a supplement has put right; rows_rejected counts those that are still open.
create temp table slot_lists on commit drop as
select unit_code, nomination, occurrence, kind, array_agg(list_id order by supplement, came, list_id) as lists
from list_now
group by unit_code, nomination, occurrence, kind
having bool_or(supplement);

create temp table answered on commit drop as
select l.kind, a.* from slot_lists l cross join lateral list_answers(l.lists) as a;

create temp table settled on commit drop as
select distinct t.arrival_id, t.table_no, a.list_id, a.row_no
from answered a
join list_table t using (list_id);
create index on settled (arrival_id, table_no, row_no);
analyze settled;

update list_now l
set rows_rejected = l.rows_rejected - s.rows
from (select list_id, count(*) as rows from settled group by list_id) as s
where s.list_id = l.list_id;

-- What the rows that were taken say in the column that tells one from another.
create temp table answer_key (list_id bigint, row_no integer, written text) on commit drop;

do $$
declare
    one record;
begin
    for one in
        select a.by_list, format('list_%s', a.kind)::regclass as rows, case a.kind when 'equipment' then 'id' else 'name' end as key_column,
               array_agg(a.by_row) as row_nos
        from answered a
        group by a.by_list, a.kind
    loop
        execute format('insert into answer_key select $1, row_no, %I from %s where list_id = $1 and row_no = any($2) and key is not null',
            one.key_column, one.rows)
        using one.by_list, one.row_nos;
    end loop;
end
$$;
analyze answer_key;
