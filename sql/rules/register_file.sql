-- The office's registers as files: several of one register, which count together; one that is no longer in its folder while others of its register are,
-- told on the night that missed it; and the last one of a register that is gone, which stays in force, since a file lost by accident must not
-- change decisions. A sheet of a workbook is gone like a file. Sheets and rows that were left unread of a file that was taken: what they say is not in force.
with version as (
    select v.*, k.title, run.as_of,
           v.path || case when v.gone_at is not null and exists (
                       select from arrival back join upload u using (arrival_id)
                       where back.cycle = run.cycle and back.source = 'register' and back.path = v.path and back.arrival_id > v.arrival_id
                         and u.verdict = 'complete')
                   then '的工作表“' || coalesce(nullif(sheet.sheet, ''), k.title) || '”' else '' end as place
    from run
    cross join register_versions(run.cycle, run.as_of) v
    join upload_kind k on (k.cycle, k.kind) = ('registers', v.kind)
    cross join lateral (
        select min(t.sheet collate "C") as sheet from upload_table t where (t.arrival_id, t.kind) = (v.arrival_id, v.kind)
    ) as sheet
), standing as (
    select v.kind, v.title, count(*) as count, (array_agg(v.arrival_id order by v.path collate "C"))[1] as arrival_id,
           string_agg(v.path || case when t.of > 1 then '的工作表“' || t.sheet || '”' else '' end, '；'
               order by v.path collate "C", t.table_no) as files
    from version v
    cross join lateral (
        select t.table_no, t.sheet, count(*) over () as of
        from upload_table t
        where (t.arrival_id, t.kind) = (v.arrival_id, v.kind)
    ) as t
    where v.gone_at is null
    group by v.kind, v.title
)
select null as unit_code, null, null::integer, s.arrival_id, null::integer, null::integer, null, null, null::integer,
       s.title as field, 'register_twice' as code, s.files as raw, null as read_as, null as expected
from standing s
where s.count > 1
union all
select null, null, null, v.arrival_id, null, null, null, null, null, v.title, 'register_part_gone', v.place, s.files, null
from version v
join standing s using (kind)
where v.gone_at > coalesce((select max(n.as_of) from night n join run using (cycle) where n.as_of < run.as_of), '-infinity')
union all
select null, null, null, v.arrival_id, null, null, null, null, null, v.title, 'register_gone', v.place, null, null
from version v
where v.in_force and v.gone_at is not null and v.arrival_id in (select arrival_id from register_line where kind = v.kind)
union all
select null, null, null, f.arrival_id, null, null, f.sheet, f.cell, f.row_no, null, 'register_part_left', coalesce(f.raw, f.sheet), m.title, null
from file_finding f
join message m using (code)
where f.arrival_id in (select arrival_id from version where gone_at is null)
  and f.code in ('sheet_skipped', 'hidden_sheet_skipped', 'sheet_goes_on', 'second_table', 'table_above_unread', 'table_beside_unread',
                 'rows_after_end', 'row_after_end_unread', 'cell_beyond_columns', 'text_box_not_read')
union all
select null, null, null, l.arrival_id, null, null, null, null, null, null, l.code, l.path, coalesce(m.title, l.reason), null
from (
    select n.*, coalesce(n.left_reason, n.refused_code, 'kind_document') as reason,
           case
               when n.document or n.left_reason = 'register_format' and lower(n.path collate "C") !~ '[.](xlsb|txt|tsv|doc[xm]?|wps)$' then 'register_document'
               when n.left_reason not in ('register_gone', 'lock_file', 'system_file') or n.verdict = 'refused' then 'register_left'
           end as code
    from (
        select distinct on (a.path collate "C") a.arrival_id, a.path, a.left_reason, u.verdict, u.refused_code,
               exists (select from upload_table t where t.arrival_id = a.arrival_id and t.kind = 'document') as document
        from run
        join arrival a using (cycle)
        left join upload u using (arrival_id)
        where a.source = 'register' and a.first_seen_at <= run.as_of
        order by a.path collate "C", a.arrival_id desc
    ) as n
) as l
left join message m on m.code = l.reason
where l.code is not null
