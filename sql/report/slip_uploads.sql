-- The files that a list of corrections speaks of: those that count, and those that were not taken and have not been replaced. $1 cycle, $2 as_of.
-- unit_code, applicant, file, sha256, kinds (titles, joined by 、), outcome (the worst), reasons (joined by ;), blocks (true: not taken, and a person has
-- to do something), gone (true: the file was disposed of). By unit_code and applicant.
select u.unit_code, u.applicant, u.path as file, a.sha256, told.kinds, told.outcome,
       concat_ws(';', told.reasons, case when gone.sha256 is not null then 'content_disposed' end) as reasons,
       (told.outcome <> 'accepted' and a.left_reason is null and not told.settled)::text as blocks, (gone.sha256 is not null)::text as gone
from (select distinct unit_code, applicant, path, arrival_id from slot_uploads_at($1, $2) where live) as u
join arrival a using (arrival_id)
left join content_disposed gone on (gone.sha256, gone.cycle) = (a.sha256, $1)
cross join lateral (
    select string_agg(distinct k.title collate "C", '、') as kinds,
           (array_agg(o.outcome order by array_position(array['refused', 'unattributed', 'late', 'accepted', 'superseded'], o.outcome)))[1] as outcome,
           string_agg(distinct array_to_string(o.reasons, ';') collate "C", ';') filter (where o.reasons <> '{}') as reasons,
           -- rows of it were let in, and no other waits
           bool_and(o.outcome in ('accepted', 'superseded') or o.outcome = 'late' and not 'late' = any (o.reasons)) as settled
    from outcomes_at($1, $2) o
    left join upload_kind k on (k.cycle, k.kind) = ($1, o.kind)
    where o.arrival_id = u.arrival_id
) as told
order by u.unit_code collate "C", u.applicant collate "C", u.path collate "C", u.arrival_id;
