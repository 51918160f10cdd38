-- Rows that were given back, corrected and sent again: a list with a column 退回原因 or 原行号 is no list by itself but
-- completes the one in force.

-- Which of the labels says this, blanks aside; null where none does.
create function label_place(labels text[], said text) returns integer
language sql immutable
as $$
    select min(l.place)::integer
    from unnest(labels) with ordinality as l (label, place)
    where regexp_replace(l.label, '[ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]', '', 'g') = said
$$;

create function is_supplement(extra_labels text[]) returns boolean
language sql immutable
as $$
    select label_place(extra_labels, '退回原因') is not null or label_place(extra_labels, '原行号') is not null
$$;

-- A key with all that fold_key may have made one taken away, so that what is written and what was folded are alike where they mean the same.
create function folded_alike(written text) returns text
language sql immutable
as $$
    select regexp_replace(replace(replace(replace(lower(normalize(written, NFKC) collate "C"), '其它', '其他'), '登陆', '登录'), '杀手铜', '杀手锏'),
        '[ \t-\r!-/:-@\[-`{-~\u00A0-\u00BF\u2000-\u206F\u2212\u2219\u3000-\u3004\u3008-\u3020\u3030\u30FB]', '', 'g')
$$;

-- A row's number as a clerk or a spreadsheet writes it; null where it is none.
create function row_number_of(cell text) returns integer
language sql immutable
as $$
    select case
               when told ~ '^[0-9]{1,9}(\.0+)?$' then split_part(told, '.', 1)::integer
           end
    from translate(regexp_replace(cell, '[ \t-\r\u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]', '', 'g'), '０１２３４５６７８９', '0123456789') as told
$$;

-- The cells of a column that the definition does not know, row by row. The one place that knows how `extra` holds them.
create function list_extra(of_list bigint, said text) returns table (row_no integer, cell text)
language plpgsql stable
as $$
declare
    of_kind text;
    place integer;
begin
    select t.kind, label_place(t.extra_labels, said) into of_kind, place from list_table t where t.list_id = of_list;
    perform list_must_be_here(of_list);
    return query execute format('select l.row_no, (list_cells(l.extra))[$1] from %I l where l.list_id = $2', 'list_' || of_kind)
    using place, of_list;
end
$$;

-- What such a column says, each once, with its rows and the first of them. The cell is cut out before it is read, since there may be a million.
create function list_extra_said(of_list bigint, place integer) returns table (written text, rows bigint, first_row integer)
language plpgsql stable
as $$
begin
    perform list_must_be_here(of_list);
    return query execute format('select (list_cells(convert_to(cell, ''UTF8'')))[1], rows, first_row
        from (
            select split_part(convert_from(l.extra, ''UTF8''), E''\t'', $1) as cell, count(*) as rows, min(l.row_no) as first_row
            from %I l where l.list_id = $2
            group by 1) as said
        where cell not in ('''', ''\N'')', (select 'list_' || t.kind from list_table t where t.list_id = of_list))
    using place, of_list;
end
$$;

-- The rejected rows of the lists of one slot, and the loaded ones of its supplements, each with the row of the first list
-- that it stands for, and that list's sheet; null where a supplement does not say it. Lists: those of the set, then the supplements as they came.
create function list_lines(lists bigint[]) returns table (place bigint, list_id bigint, supplement boolean, part_no integer,
    part_of integer, row_no integer, original integer, sheet text, loaded boolean)
language sql stable
as $$
    with list as materialized (
        select w.place, t.*, is_supplement(t.extra_labels) as supplement, label_place(t.labels, '原行号') as number_place,
               label_place(t.labels, '原工作表') as sheet_place
        from unnest(lists) with ordinality as w (list_id, place)
        join list_table t using (list_id)
    )
    select l.place, l.list_id, l.supplement, l.part_no, l.part_of, r.row_no,
           case when l.supplement then row_number_of(r.cells[l.number_place]) else r.row_no end,
           case when l.supplement then nullif(btrim(r.cells[l.sheet_place]), '') else u.sheet end, false
    from list l
    join upload_table u using (arrival_id, table_no)
    join list_reject r using (arrival_id, table_no)
    union all
    select l.place, l.list_id, true, l.part_no, l.part_of, e.row_no, row_number_of(e.cell), nullif(btrim(s.cell), ''), true
    from list l
    cross join lateral list_extra(l.list_id, '原行号') as e
    join lateral list_extra(l.list_id, '原工作表') as s on s.row_no = e.row_no
    where l.supplement
$$;

-- Which supplements' rows stand for which rejected rows before them. A supplement that names a part or a sheet speaks of that;
-- where more than one list of the set has rejected such a row nothing is guessed.
create function list_answers(lists bigint[]) returns table (list_id bigint, row_no integer, by_list bigint, by_row integer)
language sql stable
as $$
    with line as materialized (
        select * from list_lines(lists)
    ), pair as (
        select r.list_id, r.row_no, s.list_id as by_list, s.row_no as by_row,
               count(*) filter (where not r.supplement) over (partition by s.list_id, s.row_no) as lists
        from line s
        join line r on r.original = s.original and r.place < s.place and not r.loaded
            and (s.part_of = 1 or (s.part_no, s.part_of) = (r.part_no, r.part_of))
            and (s.sheet = r.sheet or s.sheet is null or r.sheet is null)
        where s.supplement
    )
    select p.list_id, p.row_no, p.by_list, p.by_row from pair p where p.lists <= 1
$$;

-- Rejected rows that a later supplement has taken up; what became of them there is told there.
create function settled_rejects(lists bigint[]) returns table (list_id bigint, row_no integer)
language sql stable
as $$
    select distinct a.list_id, a.row_no from list_answers(lists) a
$$;

-- Rows of supplements that stand for no rejected row, or for one that a row before them has put right already.
create function unplaced_rows(lists bigint[]) returns table (list_id bigint, row_no integer)
language sql stable
as $$
    with loaded as materialized (
        select * from list_lines(lists) l where l.loaded
    ), counted as (
        select l.*, row_number() over (
                   partition by l.original, l.sheet, case when l.part_of > 1 then l.part_no end, l.part_of
                   order by l.place, l.row_no) as again
        from loaded l
    )
    select c.list_id, c.row_no
    from counted c
    left join (select distinct by_list, by_row from list_answers(lists)) as a
        on (a.by_list, a.by_row) = (c.list_id, c.row_no)
    where a.by_row is null or c.again > 1
$$;

-- The lists that counted at a clock, each for its nomination, else for none.
create function lists_at(of_cycle text, as_of timestamptz) returns table (list_id bigint, unit_code text, kind text,
    platform text, platform_name text, nomination text, occurrence integer, supplement boolean, came bigint)
language sql stable
as $$
    select t.list_id, o.unit_code, t.kind, o.platform, o.platform_name, p.nomination, p.occurrence, is_supplement(t.extra_labels),
           row_number() over (order by o.received_at, a.first_seen_at, a.path collate "C", a.arrival_id, t.list_id)
    from pieces_at(of_cycle, as_of) p
    join list_table t using (arrival_id, table_no)
    join outcomes_at(of_cycle, as_of) o on (o.arrival_id, o.kind, o.platform) = (p.arrival_id, p.kind, p.platform)
    join arrival a on a.arrival_id = p.arrival_id
    where p.place = 'in_force'
$$;

-- Rejected rows that were put right at a clock.
create function settled_at(of_cycle text, as_of timestamptz) returns table (list_id bigint, row_no integer)
language sql stable
as $$
    select s.*
    from (
        select array_agg(l.list_id order by l.supplement, l.came) as lists
        from lists_at(of_cycle, as_of) l
        group by l.unit_code, l.kind, l.platform, l.nomination, l.occurrence
        having bool_or(l.supplement)
    ) as slot
    cross join lateral settled_rejects(slot.lists) as s
$$;

create function rights_supplements() returns void
language sql
as $$
    grant execute on function label_place, is_supplement, row_number_of, folded_alike, list_extra, list_lines, list_answers, settled_rejects
        to huizong_loader, huizong_exporter;
    grant execute on function unplaced_rows, list_extra_said to huizong_loader;
    grant execute on function lists_at, settled_at to huizong_exporter;
$$;

select grant_roles();
select hand_over();
