-- What each nomination's application is worth. $1 cycle, $2 as_of.
-- unit_name, seq, platform, enterprise, state (齐全 有误 未交), missing (titles of kinds, joined by 、), errors (codes, joined by ;),
-- files (of form and lists in force), rows (of the lists, as loaded), rejected (rows that are not put right)
with settled as materialized (
    select list_id, count(*) as rows from settled_at($1, $2) group by list_id
), stood as materialized (
    select o.*, count(*) over (partition by o.arrival_id, o.kind) > 1 as shares_file
    from outcomes_at($1, $2) o
), in_force as materialized (
    select * from stood where platform <> '' and outcome = 'accepted' and not 'parts_incomplete' = any (reasons)
), paper as materialized (
    select o.unit_code, o.platform, string_agg(distinct a.path collate "C", '；' order by a.path collate "C") as files
    from in_force o
    join arrival a using (arrival_id)
    group by o.unit_code, o.platform
), list as materialized (
    select o.unit_code, o.platform, sum(l.rows_loaded) as loaded, sum(l.rows_rejected) - sum(coalesce(h.rows, 0)) as rejected
    from in_force o
    join list_table l on l.arrival_id = o.arrival_id and l.kind = o.kind
    left join settled h using (list_id)
    -- of a file with lists of several platforms only its own
    where not o.shares_file or exists (
            select from figure f
            where (f.arrival_id, f.table_no, f.item, f.field) = (l.arrival_id, l.table_no, 0, 'platform_name')
              and f.folded = o.platform)
    group by o.unit_code, o.platform
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
left join paper on paper.unit_code = n.unit_code and paper.platform = n.folded_platform
left join list on list.unit_code = n.unit_code and list.platform = n.folded_platform
order by n.unit_order, n.seq_value nulls last, n.file collate "C", n.table_no, n.item, n.platform collate "C",
    n.enterprise collate "C", n.occurrence;
