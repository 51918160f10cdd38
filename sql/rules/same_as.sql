-- An answer that repeats another of the form, or what the 汇总表 says. Operands: field; other or summary; contains: an answer with more around it (a
-- consortium's members) will do, but not where it stands only inside longer ones that other forms give there.
with repeated as (
    select unit_code, nomination, occurrence, 'other' as source, field_key, shown, meant
    from answer
    where state = 'text'
    union all
    select unit_code, nomination, occurrence, 'summary', field_key, text, translate(coalesce(folded, text), ' 　', '')
    from nomination_cell
    where state = 'text'
)
select a.unit_code, a.nomination, a.occurrence, a.arrival_id, a.table_no, a.item, a.sheet, a.cell, a.row_no, a.field,
       r.code, a.raw, a.shown as read_as, b.shown as expected
from rule r
join answer a on a.field_key = r.operands ->> 'field'
join repeated b on (b.unit_code, b.nomination, b.occurrence) = (a.unit_code, a.nomination, a.occurrence)
    and b.field_key = r.operands ->> b.source
where r.cycle = current_setting('huizong.cycle') and r.shape = 'same_as' and a.state = 'text'
  and case
          when coalesce((r.operands ->> 'contains')::boolean, false) then position(folded_alike(b.meant) in (
              select coalesce(regexp_replace(folded_alike(a.meant), string_agg(folded_alike(o.meant), '|'), '|', 'g'), folded_alike(a.meant))
              from repeated o
              where (o.source, o.field_key) = (b.source, b.field_key) and length(folded_alike(o.meant)) > length(folded_alike(b.meant))
                and position(folded_alike(b.meant) in folded_alike(o.meant)) > 0)) = 0
          when a.value_type = 'uscc' then not same_code(a.meant, b.meant)
          else a.meant <> b.meant
      end
