-- The lines of 超额批准, and what each does. $1 cycle, $2 as_of.
-- unit (as written), unit_name, platform, enterprise, doc_no, date, approver, reason, decision (of the nomination it names; empty:
-- none such), granted (true: it gives the nomination its seat; a line that is dated later does not yet), register, row
select l.fields ->> 'unit' as unit, u.unit_name, l.fields ->> 'platform' as platform, l.fields ->> 'enterprise' as enterprise,
       l.fields ->> 'doc_no' as doc_no, l.fields ->> 'date' as date, l.fields ->> 'approver' as approver,
       l.fields ->> 'reason' as reason, n.decision, case when n.granted then 'true' else 'false' end as granted, l.path as register, l.row_no as row
from register_lines_read($1, $2) l
left join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
left join unit u on u.cycle = $1 and u.unit_code = a.unit_code
left join lateral (
    select min(n.decision collate "C") as decision, bool_or('waived' = any (n.reasons) and n.decision = 'recommended' and not l.later) as granted
    from nomination_now n
    where n.unit_code = a.unit_code and n.folded_platform = l.folded ->> 'platform'
      and n.folded_enterprise = coalesce(l.folded ->> 'enterprise', n.folded_enterprise)
) as n on true
where l.kind = 'register_waivers' and not l.batch_unknown
order by u.unit_order nulls last, l.path collate "C", l.table_no, l.item;
