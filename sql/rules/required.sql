-- A nomination needs a platform and an enterprise that can be printed: neither blank nor unreadable, no private-use or
-- lost character (U+E000 …, U+FFFD).
select unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, field,
       case when state = 'text' then 'name_garbled' else 'required_missing' end as code, raw, null as read_as,
           null as expected
from nomination_cell
where field_key in ('sum_platform_name', 'sum_enterprise')
  and (state <> 'text' or text ~ '[\uE000-\uF8FF\uFFFD\U000F0000-\U0010FFFD]')
