-- A nomination needs a platform and an enterprise that can be printed: neither blank nor unreadable, no private-use or
-- lost character (U+E000 …, U+FFFD), nothing that is no character (U+FDD0 …, U+FFFF), no escape of half of one (_xD83D_) or of a NUL.
select unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, field,
       case when state = 'text' then 'name_garbled' else 'required_missing' end as code, raw, null as read_as,
           null as expected
from nomination_cell
where field_key in ('sum_platform_name', 'sum_enterprise')
  and (state <> 'text'
       or text ~ '[\uE000-\uF8FF\uFDD0-\uFDEF\uFFFD-\uFFFF\U0001FFFE\U0001FFFF\U0002FFFE\U0002FFFF\U0003FFFE\U0003FFFF\U000EFFFE-\U0010FFFF]'
       or text ~ '_x(0000|[Dd][89A-Fa-f][0-9A-Fa-f]{2})_')
