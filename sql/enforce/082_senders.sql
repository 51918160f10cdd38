-- Of a name that many send in under, whose each form or list is: of the applicant whose row of the platform names the enterprise that the folder is named for,
-- or the form names; else of the only one whose 汇总表, or whose form, lies in that folder; else of the only one who nominates the platform, where nothing better
-- known is that one's. What is nobody's of these stands for itself, so that no applicant's ever replaces another's of the same platform name.
create temp table sender on commit drop as
with sent as materialized (
    select p.arrival_id, p.kind, p.platform, p.unit_code, p.unit_type, s.path, f.value as folder_name,
           case when s.path like '%/%/%' then split_part(s.path, '/', 2) end as folder, min(p.enterprise collate "C") as enterprise
    from piece p
    join seen s using (arrival_id)
    join unit_now u on u.unit_code = p.unit_code and u.gathers
    left join upload_fact f on f.arrival_id = p.arrival_id and f.name = 'platform_folder_folded' and f.value <> ''
    group by p.arrival_id, p.kind, p.platform, p.unit_code, p.unit_type, s.path, f.value
), by_name as materialized (
    select t.*, coalesce(folder.applicant, form.applicant) as applicant
    from sent t
    cross join lateral (
        select case when count(distinct n.applicant) = 1 then min(n.applicant collate "C") end as applicant
        from nomination n
        where (n.unit_code, n.platform, n.enterprise) = (t.unit_code, t.platform, t.folder_name)
    ) as folder
    cross join lateral (
        select case when count(distinct n.applicant) = 1 then min(n.applicant collate "C") end as applicant
        from nomination n
        where (n.unit_code, n.platform, n.enterprise) = (t.unit_code, t.platform, t.enterprise)
    ) as form
), of_folder as (
    select unit_code, folder, min(applicant collate "C") as applicant
    from (
        select unit_code, folder, applicant from by_name where applicant is not null
        union all
        select unit_code, split_part(path, '/', 2), applicant from outcome where path like '%/%/%' and applicant is not null
    ) as there
    group by unit_code, folder
    having count(distinct applicant) = 1
), nominating as (
    select unit_code, platform, min(applicant collate "C") as applicant
    from nomination
    where place = 'in_force' and applicant is not null
    group by unit_code, platform
    having count(distinct applicant) = 1
), known as materialized (
    select b.*, coalesce(b.applicant, f.applicant) as known_applicant
    from by_name b
    left join of_folder f using (unit_code, folder)
)
select k.arrival_id, k.kind, k.platform, k.enterprise,
       coalesce(k.known_applicant, case
               when (k.unit_type <> 'direct' or k.folder is null or k.folder_name = k.platform)
                   and (k.enterprise is null or not exists (
                       select from known o
                       where (o.unit_code, o.kind, o.platform, o.known_applicant) = (k.unit_code, k.kind, k.platform, n.applicant)))
                   then n.applicant
           end, '/' || coalesce(k.folder, k.enterprise, k.path)) as applicant
from known k
left join nominating n using (unit_code, platform);
create unique index on sender (arrival_id, kind, platform);
analyze sender;
