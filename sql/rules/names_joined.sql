-- Several names in one cell: two platforms would take one seat, and neither be found as the other unit's or as a winner. Joined by a stroke, a comma, a semicolon, a new line, or
-- numbered. Operands: field; ends that such names have, of which all must have the same (a platform's with or without 平台 behind it). With joints (和, 与), as firms have, these part them
-- too where they stand behind an end, since they stand within true names as well; and each then may have an end of its own.
with cell as (
    select c.*, r.code, r.operands,
           array(
               select trim(part, ' 　')
               from regexp_split_to_table(
                   regexp_replace(regexp_replace(parted.text, '[（(][^（()）]*[)）]', '', 'g'),
                       '(^|[ 　/／、；;，,])(第?[0-9０-９一二三四五六七八九十]{1,2}[.．、:：)）](?![0-9０-９])|[①②③④⑤⑥⑦⑧⑨⑩])', '；', 'g'),
                   '[/／、；;，,＋+\n 　]+') as part
               -- a firm and its branch are one name
               where length(trim(part, ' 　')) > 2 and part !~ '分公司$') as parts
    from rule r
    join nomination_cell c on c.field_key = r.operands ->> 'field' and c.state = 'text'
    cross join lateral (select string_agg(e.word, '|') as ends from jsonb_array_elements_text(r.operands -> 'ends') as e (word)) as e
    cross join lateral (select string_agg(j.word, '|') as joints from jsonb_array_elements_text(r.operands -> 'joints') as j (word)) as j
    cross join lateral (
        select case when j.joints is null then c.text else regexp_replace(c.text, '(' || e.ends || ')(' || j.joints || ')', '\1；', 'g') end as text
    ) as parted
    where r.cycle = current_setting('huizong.cycle') and r.shape = 'names_joined'
)
select c.unit_code, c.nomination, c.occurrence, c.arrival_id, c.table_no, c.item, c.sheet, c.cell, c.row_no, c.field, c.code, c.raw,
       array_to_string(c.parts, '”“') as read_as, null as expected
from cell c
where cardinality(c.parts) > 1
  and case when c.operands ? 'joints' then not exists (
        select from unnest(c.parts) as part
        where not exists (select from jsonb_array_elements_text(c.operands -> 'ends') as e (word) where right(part, length(e.word)) = e.word))
      else exists (
        select from jsonb_array_elements_text(c.operands -> 'ends') as e (word)
        where not exists (
                select from unnest(c.parts) as part
                where right(part, length(word)) <> word and right(regexp_replace(part, '平台$', ''), length(word)) <> word)) end
