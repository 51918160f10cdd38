-- The rows of the official tables and of the ledger. $1 cycle, $2 as_of.
-- unit_code, unit_name, short_name, unit_order, seq, platform, enterprise, contact, mobile, fields (jsonb: every cell
-- of the row by field key, extra columns "x:<label>"), printed (jsonb: but those that could not be read, which no official table shows),
-- decision, counts_against_quota, standing (belongs in the official table: exempt or recommended), reasons, rank (遴选结果;
-- empty: not chosen), file, sha256, sheet, row, key (which nomination it is, for the other queries; not for output)
-- In the order of the official table: by rank, else unit, then 序号.
with chosen as (
    select a.unit_code, l.folded, nullif(regexp_replace(l.fields ->> 'rank', '[^0-9]', '', 'g'), '')::numeric as rank
    from register_lines($1, $2) l
    join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
    where l.kind = 'register_selection' and l.missing = '{}' and not l.before_notice
)
select n.unit_code, n.unit_name, n.short_name, n.unit_order, n.seq, n.platform, n.enterprise,
       n.fields ->> 'sum_contact' as contact, n.fields ->> 'sum_mobile' as mobile, n.fields, n.fields - unread.fields as printed, n.decision,
       case when n.counts_against_quota then 'true' else 'false' end as counts_against_quota,
       case when n.decision in ('exempt', 'recommended') then 'true' else 'false' end as standing,
       array_to_string(n.reasons, ';') as reasons, selection.rank, n.file, n.sha256, n.sheet, n.row_no as row,
       n.unit_code || '|' || n.nomination || '|' || n.occurrence as key
from nomination_now n
left join lateral (
    select min(s.rank) as rank
    from chosen s
    where s.unit_code = n.unit_code and s.folded ->> 'platform' = n.folded_platform
      and coalesce(s.folded ->> 'enterprise', n.folded_enterprise) = n.folded_enterprise
) as selection on true
cross join lateral (
    select coalesce(array_agg(g.field), '{}') as fields
    from figure g
    where (g.arrival_id, g.table_no, g.item) = (n.arrival_id, n.table_no, n.item) and g.state = 'bad'
) as unread
order by selection.rank nulls last, n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item,
    n.platform collate "C", n.enterprise collate "C", n.occurrence;
