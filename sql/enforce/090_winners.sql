-- Each nomination beside each entry of the award year's list that shares its platform or its enterprise. Both shared:
-- exempt, unless 匹配裁定 says 否; one alone is a question for a person, answered by 匹配裁定.
create temp table winner_match on commit drop as
with shared as (
    select n.unit_code, n.nomination, n.occurrence, w.winner_no, w.platform as listed_platform,
           w.enterprise as listed_enterprise,
           n.platform <> '' and n.platform = any (w.platform || w.former_names) as same_platform,
           (n.enterprise <> '' and n.enterprise = any (w.enterprise || w.former_names))
               or coalesce(same_code(n.uscc, w.uscc), false) as same_enterprise
    from nomination n
    cross join winner w
    where n.place = 'in_force'
), ruled as (
    select s.*, m.verdict
    from shared s
    left join lateral (
        -- the newest counts; two of one day that contradict each other decide nothing
        select case when count(distinct m.verdict) = 1 then min(m.verdict collate "C") end as verdict
        from nomination_line l
        join match_line m using (line_no)
        where l.kind = 'match' and (l.unit_code, l.nomination, l.occurrence) = (s.unit_code, s.nomination, s.occurrence)
          and coalesce(m.listed_platform, s.listed_platform) = s.listed_platform
          and coalesce(m.listed_enterprise, s.listed_enterprise) = s.listed_enterprise
        group by m.dated_at
        order by m.dated_at desc
        limit 1
    ) as m on true
    where s.same_platform or s.same_enterprise
)
select r.*, coalesce(r.verdict = '是', r.same_platform and r.same_enterprise) as exempts
from ruled r;

update nomination n
set exempt = said.exempt, review_passed = n.review_passed or said.ruled
from (
    select unit_code, nomination, occurrence, bool_or(exempts) as exempt, bool_or(verdict is not null) as ruled
    from winner_match
    group by unit_code, nomination, occurrence
) as said
where (said.unit_code, said.nomination, said.occurrence) = (n.unit_code, n.nomination, n.occurrence);

-- The findings of this run, filled by the rule shapes (sql/rules). With a nomination they may hold it.
create temp table found (
    unit_code  text,
    nomination text,
    occurrence integer,
    arrival_id bigint,
    table_no   integer,
    item       integer,
    sheet      text,
    cell       text,
    row_no     integer,
    field      text,
    code       text not null,
    raw        text,
    read_as    text,
    expected   text
) on commit drop;
