-- One row: the cycle and its clock. $1 cycle, $2 as_of.
-- cycle, title, office, form_year, deadline, as_of, offset_minutes, late, quota (empty: none), quota_advise, surplus,
-- award_year, onward_limit, attachment_no, direct_route,
-- schemas_sha256, settings (x:cycle, JSON), deadline_over (true, false), superseded (true: the cycle had a later night)
select c.cycle, c.title, c.office, c.form_year, iso_text(c.deadline, c.offset_minutes) as deadline,
       iso_text($2, c.offset_minutes) as as_of, c.offset_minutes, c.late,
       c.quota, c.quota_advise, c.surplus, c.award_year, c.onward_limit, c.attachment_no, c.direct_route::text,
           c.schemas_sha256, c.settings,
       (case when c.deadline_inclusive then $2 > c.deadline else $2 >= c.deadline end)::text as deadline_over,
       exists (select from night n where n.cycle = $1 and n.as_of > $2)::text as superseded
from cycle c
where c.cycle = $1;
