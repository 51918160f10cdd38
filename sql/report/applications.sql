-- What each nomination's application is worth. $1 cycle, $2 as_of.
-- unit_name, seq, platform, enterprise, state (齐全 有误 未交), missing (titles of kinds, joined by 、), errors (codes, joined by ;),
-- files (of form and lists in force), rows (of the lists, as loaded), rejected (rows that are not put right)
with settled as materialized (
    select list_id, count(*) as rows from settled_at($1, $2) group by list_id
), piece as materialized (
    select p.*, a.path
    from pieces_at($1, $2) p
    join arrival a using (arrival_id)
    where p.place = 'in_force' and p.nomination is not null
), paper as materialized (
    select unit_code, nomination, occurrence, string_agg(distinct path collate "C", '；' order by path collate "C") as files
    from piece
    group by unit_code, nomination, occurrence
), list as materialized (
    select p.unit_code, p.nomination, p.occurrence, sum(l.rows_loaded) as loaded, sum(l.rows_rejected) - sum(coalesce(h.rows, 0)) as rejected
    from piece p
    join list_table l using (arrival_id, table_no)
    left join settled h using (list_id)
    group by p.unit_code, p.nomination, p.occurrence
), lacking as materialized (
    select s.missing, string_agg(k.title, '、' order by k.kind_order) as titles
    from (select distinct missing from application_states_at($1, $2)) as s
    join upload_kind k on k.cycle = $1 and k.kind = any (s.missing)
    group by s.missing
)
select n.unit_name, n.seq, n.platform, n.enterprise, s.state, lacking.titles as missing,
       array_to_string(s.errors, ';') as errors, paper.files, list.loaded as rows, list.rejected
from application_states_at($1, $2) s
join nomination_now n using (unit_code, nomination, occurrence)
left join lacking on lacking.missing = s.missing
left join paper using (unit_code, nomination, occurrence)
left join list using (unit_code, nomination, occurrence)
order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C",
    n.enterprise collate "C", n.occurrence;
