-- The decision on each nomination, the first that applies, and all its reasons.
create temp table verdict on commit drop as
with held as (
    select f.unit_code, f.nomination, f.occurrence, array_agg(distinct f.code collate "C") as codes,
           bool_or(h.decision = 'duplicate') as duplicate,
           bool_or(h.decision = 'needs_review') as review, bool_or(h.decision = 'over_quota') as over_quota
    from found f
    left join holding_codes() h using (code)
    left join upload_table t using (arrival_id, table_no)
    left join upload_kind k on k.cycle = current_setting('huizong.cycle') and k.kind = t.kind
    -- what is wrong in form and lists is the application's matter, but for what holds
    where f.nomination is not null and (h.code is not null or k.layout is null or k.layout = 'table')
    group by f.unit_code, f.nomination, f.occurrence
), judged as (
    select n.*,
           case
               when n.withdrawn or n.place = 'superseded' then 'withdrawn'
               when n.ineligible or n.place = 'route_closed' then 'ineligible'
               when n.place = 'late' then 'late'
               when h.duplicate then 'duplicate'
               when h.review then 'needs_review'
               when h.over_quota then 'over_quota'
               when n.exempt then 'exempt'
               else 'recommended'
           end as decision,
           coalesce(h.codes, '{}') as codes
    from nomination n
    left join held h using (unit_code, nomination, occurrence)
)
select j.unit_code, j.nomination, j.occurrence, j.arrival_id, j.table_no, j.item, j.decision, j.waiver, j.behind, j.seq,
       case when j.decision = 'recommended' then case when j.waiver is null then '' else j.nomination end end as seat_for,
       array(
            select distinct code collate "C"
            from (
                select unnest(j.codes)
                union all select 'withdrawn' where j.withdrawn
                union all select 'ineligible' where j.ineligible
                union all select 'route_closed' where j.place = 'route_closed'
                union all select 'late' where j.place = 'late'
                union all select 'corrected_by_resubmission' where j.corrected and not j.withdrawn
                union all select 'review_passed' where j.review_passed and not j.ineligible
                union all select 'duplicate_passed_twice' where exists (
                    select from passed_twice t
                    where (t.unit_code, t.nomination, t.occurrence) = (j.unit_code, j.nomination, j.occurrence))
                union all
                -- a reader's warning that belongs in the ledger as well
                select f.code from file_finding f
                where f.arrival_id = j.arrival_id and f.sheet is not distinct from j.sheet and f.row_no = j.row_no
                    and f.code = 'formula_like_text'
            ) as reason (code)
            order by 1
       ) as reasons
from judged j;
create unique index on verdict (unit_code, nomination, occurrence);
analyze verdict;
