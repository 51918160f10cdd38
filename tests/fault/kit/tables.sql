-- Every row that a night writes, by the names of what it is about instead of the numbers that a sequence gave: one line each, in one order.
-- Of what is ruled only what stands: a night that could not read an upload rules without it.
\pset tuples_only on
\pset format unaligned
with told as (
    select 'content' as relation, to_jsonb(r) as line from content r
    union all select 'arrival', to_jsonb(r) - 'arrival_id' - 'changed_at' from arrival r
    union all select 'upload', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from upload r join arrival using (arrival_id)
    union all select 'upload_fact', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from upload_fact r join arrival using (arrival_id)
    union all select 'upload_table', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from upload_table r join arrival using (arrival_id)
    union all select 'figure', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from figure r join arrival using (arrival_id)
    union all select 'file_finding', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from file_finding r join arrival using (arrival_id)
    union all select 'night', to_jsonb(r) from night r
    union all select 'ruling', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from ruling r left join arrival using (arrival_id)
    union all select 'ruling_history', to_jsonb(r) - 'arrival_id' - 'entry' || jsonb_build_object('path', path, 'visit', visit) from ruling_history r left join arrival using (arrival_id)
    union all select 'upload_outcome', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from upload_outcome r join arrival using (arrival_id) where ruled_until is null
    union all select 'rule_finding', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from rule_finding r left join arrival using (arrival_id) where ruled_until is null
    union all select 'application_state', to_jsonb(r) from application_state r where ruled_until is null
    union all select 'list_table', to_jsonb(r) - 'arrival_id' - 'list_id' || jsonb_build_object('path', path, 'visit', visit) from list_table r join arrival using (arrival_id)
    union all select 'list_equipment', to_jsonb(r) - 'list_id' || jsonb_build_object('path', path, 'visit', visit) from list_equipment r join list_table using (list_id) join arrival using (arrival_id)
    union all select 'list_enterprise', to_jsonb(r) - 'list_id' || jsonb_build_object('path', path, 'visit', visit) from list_enterprise r join list_table using (list_id) join arrival using (arrival_id)
    union all select 'list_reject', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from list_reject r join arrival using (arrival_id)
    union all select 'list_refused', to_jsonb(r) - 'arrival_id' || jsonb_build_object('path', path, 'visit', visit) from list_refused r join arrival using (arrival_id)
    union all select 'list_fact', to_jsonb(r) - 'list_id' || jsonb_build_object('path', path, 'visit', visit) from list_fact r join list_table using (list_id) join arrival using (arrival_id)
)
select relation || ' ' || line::text from told order by relation, line::text collate "C";
