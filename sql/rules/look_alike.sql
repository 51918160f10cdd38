-- Two names that a reader takes for one, and that are not: a Russian or Greek letter for a Latin one, 0 for O, 士 for 土. So a platform would be nominated twice, or a winner
-- again, and nobody see it. Held for a person; each is told its own characters alone, since slips go to units. Operands: fields. What has another form of the same
-- character (full width, variation selectors, nothing to see) is one name already (etl/text/fold).
with named as (
    select n.unit_code, n.nomination, n.occurrence, f.field_key, f.name
    from nomination n
    cross join lateral (values ('sum_platform_name', n.platform), ('sum_enterprise', n.enterprise)) as f (field_key, name)
    where n.place = 'in_force' and not n.withdrawn and not n.ineligible
), known as (
    select distinct field_key, name from named
    union
    select 'sum_platform_name', platform from winner
    union
    select 'sum_enterprise', enterprise from winner
), seen as (
    -- names are folded, so there are no capitals
    select field_key, name, translate(name,
        'авекмнорстухіјѕһԁԛԝαβεηικμνορτυχωɑɡı0〇○1l|丨一ー曰末士已巳',
        'abekmhopctyxijshdqwabehikmnoptyxwagioooiiii--日未土己己') as look
    from known
), alike as (
    select mine.field_key, mine.name, string_agg(distinct substr(mine.name, at, 1) collate "C", '、') as characters
    from seen mine
    join seen other using (field_key, look)
    cross join lateral generate_series(1, length(mine.name)) as at
    where other.name <> mine.name and substr(other.name, at, 1) <> substr(mine.name, at, 1)
    group by mine.field_key, mine.name
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field,
       r.code, c.raw, a.characters as read_as, null as expected
from alike a
join named n using (field_key, name)
join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'look_alike' and r.operands -> 'fields' ? a.field_key
join nomination_cell c using (unit_code, nomination, occurrence, field_key)
