-- A form for every standing nomination of workbooks.sql, each field answered: numbers where the field counts, words elsewhere. psql, variable cycle.
set search_path = huizong, pg_temp, public;

-- nothing comes before a night that was: both are held again at the end
delete from night where cycle = :'cycle';

create temp table bench_form as
select r.unit_code, r.nomination, r.occurrence, split_part(r.nomination, '|', 1) as platform, 200000 + row_number() over (order by r.unit_code, r.nomination) as arrival_id
from ruling r
where r.cycle = :'cycle' and r.decision in ('recommended', 'exempt');

insert into content select encode(sha256(convert_to(platform, 'UTF8')), 'hex'), 54321 from bench_form;
insert into arrival (arrival_id, cycle, source, path, sha256, changed_at, first_seen_at) overriding system value
select f.arrival_id, :'cycle', 'inbox', u.short_name || '/' || f.platform || '/申报书.xlsx', encode(sha256(convert_to(f.platform, 'UTF8')), 'hex'),
       '2023-06-10 01:00Z', '2023-06-10 02:00Z'
from bench_form f join unit u on u.cycle = :'cycle' and u.unit_code = f.unit_code;
insert into upload select arrival_id, 'complete', null from bench_form;
insert into upload_table select arrival_id, 1, 'application', '申报书', null from bench_form;

insert into figure (arrival_id, table_no, item, row_no, cell, field, state, value, text, raw, unit_source, factor, folded)
select f.arrival_id, 1, 1, d.field_order + 3, 'C' || (d.field_order + 3), d.field, case when numeric_type then 'number' else 'text' end,
       case when numeric_type then (f.arrival_id * 7919 + d.field_order * 104729) % 1000000 end,
       case
           when d.field = 'platform_name' then f.platform
           when not numeric_type then '示例内容' || d.field_order || '-' || f.arrival_id
       end,
       case when numeric_type then ((f.arrival_id * 7919 + d.field_order * 104729) % 1000000)::text else '示例内容' || f.arrival_id end,
       case when numeric_type then 'label' end, case when numeric_type then 1 end,
       case when d.field = 'platform_name' then f.platform end
from bench_form f
cross join (select *, value_type in ('integer', 'decimal', 'percent') as numeric_type from field where cycle = :'cycle' and kind = 'application') as d;

insert into upload_outcome (cycle, arrival_id, kind, platform, platform_name, unit_code, received_at, outcome, reasons, zero_report, ruled_from)
select :'cycle', arrival_id, 'application', platform, platform, unit_code, '2023-06-10 01:00Z', 'accepted', '{}', false, '2023-06-10 02:00Z'
from bench_form;
insert into piece_outcome (cycle, arrival_id, table_no, item, kind, platform, unit_code, nomination, occurrence, place, ruled_from)
select :'cycle', arrival_id, 1, 1, 'application', platform, unit_code, nomination, occurrence, 'in_force', '2023-06-10 02:00Z'
from bench_form;

insert into night (cycle, as_of) values (:'cycle', '2023-06-11 02:30+08');
insert into night (cycle, as_of) values (:'cycle', '2023-06-12 02:30+08');

analyze;
