-- What waits for a person, a line for each register line that would settle it; and what of a standing nomination's row could not be read, so that the official table
-- has a blank there. $1 cycle, $2 as_of.
-- unit_name, platform, enterprise, decision, code (the reason that holds), told (true: by a rule or reader, with what follows), field, cell, raw, read_as, expected, clause, register (its kind;
-- empty: no register settles it), todo (what is said of how to fill it in), line (JSON: what is to be written, by the register's field; what only the person can say is
-- left out), file, sheet, row
with told as materialized (
    select * from rule_remarks_at($1, $2)
), read as materialized (
    select * from reader_remarks($1)
), winner as materialized (
    select l.path, l.table_no, l.item, l.fields ->> 'award_year' as award_year, l.fields ->> 'platform' as platform,
           l.fields ->> 'enterprise' as enterprise, plain_code(l.folded ->> 'uscc') as uscc,
           array_remove((l.folded ->> 'platform') || string_to_array(l.folded ->> 'former_names', E'\n'), null) as platforms,
           array_remove((l.folded ->> 'enterprise') || string_to_array(l.folded ->> 'former_names', E'\n'), null) as enterprises
    from register_lines($1, $2) l
    join cycle c on c.cycle = $1
    where l.kind = 'register_winners' and l.missing = '{}' and l.fields ->> 'award_year' = c.award_year::text
), held as materialized (
    -- a row that a correction may not add came late too; what is asked about it is whether it may be added
    select n.*, case when reason.code = 'late' and 'correction_adds_platform' = any (n.reasons) then 'correction_adds_platform' else reason.code end as code,
           c.late,
           case
               when reason.code in ('winner_candidate', 'enterprise_won_with_other_platform') then 'register_matches'
               when reason.code = 'over_quota' then 'register_waivers'
               when reason.code = 'sequence_incomplete' then 'register_withdrawals'
               else 'register_decisions'
           end as register
    from nomination_now n
    join cycle c on c.cycle = $1
    cross join unnest(n.reasons) as reason (code)
    where n.decision in ('duplicate', 'needs_review', 'over_quota')
          and reason.code in (select code from holding_codes())
       -- where late is refused, nobody is asked
       or n.decision = 'late' and reason.code = 'late' and c.late = 'decide'
    union all
    select n.*, unread.code, c.late, ''
    from nomination_now n
    join cycle c on c.cycle = $1
    cross join lateral (
        select distinct f.code
        from figure g
        join field d on (d.cycle, d.kind, d.field) = ($1, 'summary', g.field) and d.value_type <> 'sequence'
        join file_finding f on (f.arrival_id, f.cell, f.row_no) = (g.arrival_id, g.cell, g.row_no) and coalesce(f.sheet, '') = n.sheet
        where (g.arrival_id, g.table_no, g.item) = (n.arrival_id, n.table_no, n.item) and g.state = 'bad' and f.severity = 'error'
    ) as unread
    where n.decision in ('recommended', 'exempt')
)
select h.unit_name, h.platform, h.enterprise, h.decision, h.code, t.told, t.field, t.cell, t.raw, t.read_as, t.expected, r.clause, h.register,
       case when h.decision = 'duplicate' or h.code = 'related_to_settle' then h.code else h.register end as todo,
       jsonb_strip_nulls(case h.register
           when '' then null
           when 'register_matches' then jsonb_build_object('platform', h.platform, 'enterprise', h.enterprise,
               'award_year', w.award_year, 'listed_platform', w.platform, 'listed_enterprise', w.enterprise, 'verdict', '是')
           when 'register_decisions' then jsonb_build_object('unit', h.unit_name, 'platform', h.platform, 'enterprise', h.enterprise,
               'file', case when h.decision = 'late' then h.file end, 'matter', case h.code when 'correction_adds_platform' then 'late' else h.code end,
               -- which of them is kept only the person can say
               'decision', case when h.decision <> 'duplicate' and h.code <> 'related_to_settle' then '通过' end)
           else jsonb_build_object('unit', h.unit_name, 'platform', h.platform, 'enterprise', h.enterprise)
       end) as line, h.file, h.sheet, h.row_no as row
from held h
left join rule r on r.cycle = $1 and r.code = h.code
left join told of_row on (of_row.arrival_id, of_row.table_no, of_row.item, of_row.code) = (h.arrival_id, h.table_no, h.item, h.code)
left join told whole on (whole.arrival_id, whole.code) = (h.arrival_id, h.code) and whole.item is null
left join read on (read.arrival_id, read.row_no, read.code) = (h.arrival_id, h.row_no, h.code) and coalesce(read.sheet, '') = h.sheet
cross join lateral (
    select (coalesce(of_row.code, whole.code, read.code) is not null)::text as told, coalesce(of_row.field, whole.field, read.field) as field,
           coalesce(of_row.cell, whole.cell, read.cell) as cell, coalesce(of_row.raw, whole.raw, read.raw) as raw,
           coalesce(of_row.read_as, whole.read_as, read.read_as) as read_as,
           coalesce(of_row.expected, whole.expected, read.expected) as expected
) as t
left join lateral (
    select * from winner w
    where h.register = 'register_matches'
      and case when h.code = 'winner_candidate' then h.folded_platform = any (w.platforms)
               else not h.folded_platform = any (w.platforms)
                   and (h.folded_enterprise = any (w.enterprises) or same_code(h.fields ->> 'ent_org_code', w.uscc)) end
) as w on true
order by h.unit_order, h.seq_value nulls last, h.file collate "C", h.table_no, h.item, h.platform collate "C",
    h.enterprise collate "C", h.occurrence, h.code collate "C", w.path collate "C", w.table_no, w.item;
