-- Several names in one cell: two platforms would take one seat, and neither be found as the other unit's or as a winner. Joined by a stroke, a comma, a semicolon, a new line, or
-- numbered, each with an end of its own. Operands: field; ends that such names have, of which all must have one (a platform's with or without 平台 behind it).
with cell as (
    select c.*, r.code, r.operands,
           array(
               select trim(part, ' 　')
               from regexp_split_to_table(
                   regexp_replace(regexp_replace(c.text, '[（(][^（()）]*[)）]', '', 'g'),
                       '(^|[ 　/／、；;，,])(第?[0-9０-９一二三四五六七八九十]{1,2}[.．、:：)）](?![0-9０-９])|[①②③④⑤⑥⑦⑧⑨⑩])', '；', 'g'),
                   '[/／、；;，,＋+\n 　]+') as part
               -- a firm and its branch are one name
               where length(trim(part, ' 　')) > 2 and part !~ '分公司$') as parts
    from rule r
    join nomination_cell c on c.field_key = r.operands ->> 'field' and c.state = 'text'
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'names_joined'
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field, c.code, c.raw,
       array_to_string(c.parts, '”“') as read_as, null as expected
from cell c
where cardinality(c.parts) > 1
  and exists (
        select from jsonb_array_elements_text(c.operands -> 'ends') as e (word)
        where not exists (
                select from unnest(c.parts) as part
                where right(part, length(word)) <> word and right(regexp_replace(part, '平台$', ''), length(word)) <> word))
