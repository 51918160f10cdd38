-- What a unit recommends. $1 cycle, $2 the moment, $3 the unit's code.
-- seq, platform, enterprise, decision, reasons (codes, joined by ;), state (齐全 有误 未交; empty: none is due), missing (titles of
-- kinds, joined by 、)
select n.seq, n.platform, n.enterprise, n.decision, array_to_string(n.reasons, ';') as reasons, s.state,
       (
           select string_agg(k.title, '、' order by k.kind_order) from upload_kind k
           where k.cycle = $1 and k.kind = any (s.missing)
       ) as missing
from nomination_names_at($1, last_night($1, $2)) n
left join application_states_at($1, last_night($1, $2)) s using (unit_code, nomination, occurrence)
where n.unit_code = $3
order by n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C", n.enterprise collate "C",
    n.occurrence;
