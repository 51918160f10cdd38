-- Corrected rows that say again what the list in force or earlier corrections say already, in a column that names nothing twice, correct nothing: their
-- file does not count, and what was given back stays open. Asked twice, of the overlaps of nights before and of those of this night.
do $$
declare
    one record;
begin
    for one in
        select distinct l.unit_code, l.nomination, l.occurrence, l.kind, l.came, l.arrival_id, p.platform
        from list_now l
        join piece p using (arrival_id, table_no, kind, list_id)
        join rule r on r.cycle = current_setting('huizong.cycle') and r.shape = 'unique_within_list' and r.operands ->> 'list' = l.kind
        join rule told on told.cycle = r.cycle and told.code = 'supplement_repeats_list'
        where l.supplement and not exists (
                select from list_now whole
                where (whole.unit_code, whole.nomination, whole.occurrence, whole.kind, whole.arrival_id)
                      = (l.unit_code, l.nomination, l.occurrence, l.kind, l.arrival_id) and not whole.supplement)
        order by l.came
    loop
        insert into supplement_repeating
        select mine.unit_code, mine.nomination, mine.occurrence, mine.arrival_id, mine.table_no, mine.sheet, mine.kind, sum(o.shared),
               min(told.first_row)
        from list_now mine
        join list_now other using (unit_code, nomination, occurrence, kind)
        join list_overlap o on (o.list_a, o.list_b) = (least(mine.list_id, other.list_id), greatest(mine.list_id, other.list_id))
        cross join lateral (
            select min(row_no) as first_row
            from unnest(case when o.list_a = mine.list_id then o.rows_a else o.rows_b end) as row_no
        ) as told
        where (mine.unit_code, mine.nomination, mine.occurrence, mine.kind, mine.arrival_id)
              = (one.unit_code, one.nomination, one.occurrence, one.kind, one.arrival_id)
          and (not other.supplement or other.came < one.came) and o.shared > 0
        group by mine.unit_code, mine.nomination, mine.occurrence, mine.arrival_id, mine.table_no, mine.sheet, mine.kind;
        if found then
            delete from list_now l
            where (l.unit_code, l.nomination, l.occurrence, l.kind, l.arrival_id)
                  = (one.unit_code, one.nomination, one.occurrence, one.kind, one.arrival_id);
            delete from application a where (a.arrival_id, a.kind, a.platform) = (one.arrival_id, one.kind, one.platform);
            update outcome o
            set outcome = 'refused', refusal = 'supplement_repeats_list', valid = false
            where (o.arrival_id, o.kind, o.platform) = (one.arrival_id, one.kind, one.platform);
        end if;
    end loop;
end
$$;
