-- $1: a cycle as JSON, its members named as the columns. Writes only what differs; one row: how many rows changed.
with wanted as (
    select *
    from jsonb_to_record($1::jsonb) as cycle (
        cycle text, title text, office text, form_year integer, notice_at bigint, deadline bigint,
        deadline_inclusive boolean, offset_minutes integer, late text, quota integer, quota_advise integer,
        surplus text, award_year integer, onward_limit integer, region_prefix text, direct_route boolean,
        attachment_no text, names_folded text, settings jsonb, schemas_sha256 text
    )
), changed as (
    insert into cycle as old (
        cycle, title, office, form_year, notice_at, deadline, deadline_inclusive, offset_minutes, late, quota,
        quota_advise, surplus, award_year, onward_limit, region_prefix, direct_route, attachment_no, names_folded, settings,
        schemas_sha256
    )
    select cycle, title, office, form_year, to_timestamp(notice_at), to_timestamp(deadline), deadline_inclusive,
           offset_minutes, late, quota, quota_advise, surplus, award_year, onward_limit, region_prefix, direct_route,
           attachment_no, names_folded, settings, schemas_sha256
    from wanted
    on conflict (cycle) do update
    set title = excluded.title, office = excluded.office, form_year = excluded.form_year,
        notice_at = excluded.notice_at, deadline = excluded.deadline,
        deadline_inclusive = excluded.deadline_inclusive, offset_minutes = excluded.offset_minutes,
        late = excluded.late, quota = excluded.quota, quota_advise = excluded.quota_advise,
        surplus = excluded.surplus, award_year = excluded.award_year, onward_limit = excluded.onward_limit,
        region_prefix = excluded.region_prefix, direct_route = excluded.direct_route,
        attachment_no = excluded.attachment_no, names_folded = excluded.names_folded, settings = excluded.settings,
        schemas_sha256 = excluded.schemas_sha256
    where (old.*) is distinct from (excluded.*)
    returning 1
)
select count(*) from changed;
