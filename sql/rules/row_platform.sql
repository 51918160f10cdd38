-- A platform's list whose rows name another platform in a column for it: all of it counts for the one that the list is of. Operands: labels of such
-- columns. Told is a name of another nomination, or any other where the column names several; once for a list. Blanks say nothing.
with column_of as (
    select r.code, l.*, said.label, label_place(t.extra_labels, said.label) as place,
           array(
               select lower(normalize(regexp_replace(own.name, '[ \t-\r　]', '', 'g'), NFKC) collate "C")
               from (
                   select n.platform as name from nomination n
                   where (n.unit_code, n.nomination, n.occurrence) = (l.unit_code, l.nomination, l.occurrence)
                   union
                   select c.text from nomination_cell c
                   where (c.unit_code, c.nomination, c.occurrence, c.field_key) = (l.unit_code, l.nomination, l.occurrence, 'sum_platform_name')
                   union
                   select p.written from piece p where p.list_id = l.list_id
               ) as own
               where own.name is not null) as names,
           (
               select min(c.text collate "C") from nomination_cell c
               where (c.unit_code, c.nomination, c.occurrence, c.field_key) = (l.unit_code, l.nomination, l.occurrence, 'sum_platform_name')
           ) as platform
    from rule r
    cross join lateral jsonb_array_elements_text(r.operands -> 'labels') as said (label)
    cross join list_now l
    join list_table t on t.list_id = l.list_id and t.disposed_at is null
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'row_platform' and label_place(t.extra_labels, said.label) is not null
), told as (
    select k.*, s.written, s.rows, s.first_row,
           lower(normalize(regexp_replace(s.written, '[ \t-\r　]', '', 'g'), NFKC) collate "C") as folded
    from column_of k
    cross join lateral list_extra_said(k.list_id, k.place) as s
), counted as (
    select t.*, count(*) over (partition by t.list_id, t.label) as several
    from told t
    where t.folded <> ''
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, null::integer as item, c.sheet, null as cell,
       min(c.first_row) as row_no, c.label as field, c.code,
       array_to_string((array_agg(c.written order by c.first_row))[1:3], '、') || case when count(*) > 3 then '等' else '' end as raw,
       printed(sum(c.rows), '行') as read_as, c.platform as expected
from counted c
where c.folded <> all (c.names)
  and (c.several > 1 or exists (
          select from nomination n
          left join nomination_cell o on (o.unit_code, o.nomination, o.occurrence, o.field_key)
              = (n.unit_code, n.nomination, n.occurrence, 'sum_platform_name')
          where n.place = 'in_force'
            and c.folded in (lower(normalize(n.platform, NFKC) collate "C"), lower(normalize(regexp_replace(o.text, '[ \t-\r　]', '', 'g'), NFKC) collate "C"))))
group by c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.sheet, c.label, c.code, c.platform
