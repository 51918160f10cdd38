-- decisions.csv and the ledger: a line for each nomination that ever stood. $1 cycle, $2 as_of.
-- cycle, unit_code, unit_name, seq, platform, enterprise, decision, counts_against_quota (true, false), reasons
-- (;-separated), file, sheet, row; for the ledger alone: sha256, ruled_at, clauses (of the reasons' rules, joined by ；),
-- details (JSON: of each reason the code, whether a rule told it, and its field, cell, raw, read_as, expected), lines (JSON: what registers say of the
-- nomination: title, row, date, person, words)
-- WITH ORDINALITY keeps the function whole: inlined, the planner takes all its rows for one, and joins them one by one.
with ruled as materialized (
    select unit_code, nomination, occurrence, ruled_at from rulings_at($1, $2) with ordinality
), told as materialized (
    select * from rule_remarks_at($1, $2)
), read as materialized (
    select * from reader_remarks($1)
), line as materialized (
    select k.title, k.kind_order, l.row_no, a.unit_code, l.fields ? 'unit' as names_unit, l.folded ->> 'platform' as platform,
           l.folded ->> 'enterprise' as enterprise, l.fields ->> 'file' as file,
           coalesce(l.fields ->> 'date', '') as date, coalesce(l.fields ->> 'decider', l.fields ->> 'approver', l.fields ->> 'clerk', '') as person,
           concat_ws('，', l.fields ->> 'doc_no', l.fields ->> 'matter', l.fields ->> 'decision', l.fields ->> 'verdict',
               coalesce(l.fields ->> 'basis', l.fields ->> 'reason')) as words
    from register_lines($1, $2) l
    join upload_kind k on k.cycle = 'registers' and k.kind = l.kind
    left join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
    where l.kind in ('register_decisions', 'register_withdrawals', 'register_waivers', 'register_matches')
      and l.missing = '{}' and not l.before_notice
      -- of a line that does nothing the rules tell so
      and not exists (select from told t where (t.arrival_id, t.table_no, t.item) = (l.arrival_id, l.table_no, l.item))
), nomination as materialized (
    select * from nomination_now
), reason as materialized (
    select n.ordinality, string_agg(distinct rule.clause collate "C", '；') filter (where rule.clause <> '') as clauses,
           jsonb_agg(jsonb_build_object('code', code.code, 'told', coalesce(t.code, whole.code, r.code) is not null,
               'field', coalesce(t.field, whole.field, r.field, ''), 'cell', coalesce(t.cell, whole.cell, r.cell, ''),
               'raw', coalesce(t.raw, whole.raw, r.raw, ''), 'read_as', coalesce(t.read_as, whole.read_as, r.read_as, ''),
               'expected', coalesce(t.expected, whole.expected, r.expected, '')) order by code.place) as details
    from nomination n
    cross join unnest(n.reasons) with ordinality as code (code, place)
    left join told t on (t.arrival_id, t.table_no, t.item, t.code) = (n.arrival_id, n.table_no, n.item, code.code)
    -- what is told of the upload as a whole
    left join told whole on (whole.arrival_id, whole.code) = (n.arrival_id, code.code) and whole.item is null
    left join read r on (r.arrival_id, r.row_no, r.code) = (n.arrival_id, n.row_no, code.code) and coalesce(r.sheet, '') = n.sheet
    left join rule on rule.cycle = $1 and rule.code = code.code
    group by n.ordinality
)
select $1::text as cycle, n.unit_code, n.unit_name, n.seq, n.platform, n.enterprise, n.decision,
       case when n.counts_against_quota then 'true' else 'false' end as counts_against_quota,
       array_to_string(n.reasons, ';') as reasons, n.file, n.sheet, n.row_no as row, n.sha256,
       iso_text(r.ruled_at, c.offset_minutes) as ruled_at, reason.clauses, reason.details, said.lines
from nomination n
join cycle c on c.cycle = $1
left join ruled r using (unit_code, nomination, occurrence)
left join reason using (ordinality)
left join lateral (
    select jsonb_agg(jsonb_build_object('title', l.title, 'row', l.row_no::text, 'date', l.date, 'person', l.person, 'words', l.words)
               order by l.kind_order, l.row_no) as lines
    from line l
    where (not l.names_unit or l.unit_code = n.unit_code) and (l.platform is null or l.platform = n.folded_platform)
      and (l.enterprise is null or l.enterprise = n.folded_enterprise) and (l.file is null or l.file = n.file)
      and coalesce(l.platform, l.enterprise, l.file) is not null
) as said on true
order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C",
    n.enterprise collate "C", n.occurrence;
