-- Whose a form or list is: refused where no platform can be told, or two, or where a form holds no figure; told where the unit does not nominate it, or
-- where only its being the unit's only one says so; and parts that are still to come.
select o.unit_code, null, null::integer, o.arrival_id, p.table_no, null::integer, p.sheet,
       case when not note.beside then p.cell end as cell, case when not note.beside then p.row_no end as row_no,
       note.field, note.code, note.raw, note.read_as, note.expected
from outcome o
left join unit_now u using (unit_code)
left join lateral (
    select p.*
    from piece p
    where (p.arrival_id, p.kind, p.platform) = (o.arrival_id, o.kind, o.platform)
    order by p.table_no, p.item
    limit 1
) as p on true
left join lateral (
    select coalesce(string_agg(c.text, '、' order by c.row_no), '（汇总表中还没有平台）') as names
    from nomination_cell c
    where c.unit_code = o.unit_code and c.field_key = 'sum_platform_name' and c.state = 'text'
      -- nothing of another applicant
      and (not u.gathers or u.unit_type <> 'direct' and p.by_only or exists (
              select from nomination n
              where (n.unit_code, n.nomination, n.occurrence) = (c.unit_code, c.nomination, c.occurrence)
                and n.enterprise in (p.enterprise, (
                    select f.value from upload_fact f
                    where f.arrival_id = o.arrival_id and f.name = 'platform_folder_folded'))))
) as listed on true
left join lateral (
    select string_agg('第' || no || '册', '、' order by no) as parts
    from generate_series(1, p.part_of) as no
    where no not in (
        select s.part_no
        from list_set s
        join list_set mine using (unit_code, kind, platform, slot, part_of, set_no)
        where (mine.arrival_id, mine.kind, mine.platform, mine.part_no)
              = (o.arrival_id, o.kind, o.platform, p.part_no))
) as lacking on true
cross join lateral (
    select 'platform_not_named' as code, false as beside, null as field, p.written as raw, null as read_as, listed.names as expected
    where o.refusal = 'platform_not_named'
    union all
    select 'platform_mismatch', told.beside, case when told.beside then p.agreed_field else '平台名称' end,
           case when told.beside then p.agreed_written else p.written end,
           case
               when p.folder_platform <> p.platform then '所在文件夹是“' || split_part(o.path, '/', 2) || '”'
               else '同一文件的其他表格写的是“' || p.file_written || '”'
           end, listed.names
    from (select not p.by_head and p.agreed_field is not null as beside) as told
    where o.refusal = 'platform_mismatch'
    union all
    select 'form_empty', false, null, p.written, null, null where o.refusal = 'form_empty'
    union all
    select 'platform_not_listed', false, null, coalesce(p.written, o.platform_name), null, listed.names
    where o.outcome = 'accepted' and o.platform <> '' and not exists (
            select from nomination n
            where n.unit_code = o.unit_code and n.platform = o.platform and n.place = 'in_force' and n.applicant is not distinct from o.applicant)
    union all
    select 'platform_assumed', false, null, null, listed.names, null where o.outcome = 'accepted' and p.by_only
    union all
    select 'platform_by_title', true, p.agreed_field, p.agreed_written, o.platform_name, null where o.outcome = 'accepted' and p.by_agreed
    union all
    select 'parts_incomplete', false, null, p.written, '第' || p.part_no || '册', lacking.parts where o.waiting
) as note
where p.arrival_id is not null
