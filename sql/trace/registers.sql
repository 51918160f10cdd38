-- What the registers say of a nomination or of a file: who decided, with which document, and where that is written. $1 cycle, $2 as_of,
-- $3 unit, $4 folded platform or null, $5 folded enterprise or null, $6 file or null.
-- register (its title), doc_no, matter, decision, person, date, valid_until, reason; of the winners award_year, listed_platform, listed_enterprise, former_names, origin; file (of the register), sheet, row, sha256, first_seen_at, ignored (true: it does nothing)
select k.title as register, l.fields ->> 'doc_no' as doc_no, l.fields ->> 'matter' as matter,
       coalesce(l.fields ->> 'decision', l.fields ->> 'verdict') as decision,
       coalesce(l.fields ->> 'decider', l.fields ->> 'approver', l.fields ->> 'clerk') as person,
       coalesce(l.fields ->> 'date', l.fields ->> 'received_at') as date, l.fields ->> 'valid_until' as valid_until,
       coalesce(l.fields ->> 'basis', l.fields ->> 'reason', l.fields ->> 'note') as reason,
       case when l.kind = 'register_winners' then l.fields ->> 'award_year' end as award_year,
       case when l.kind = 'register_winners' then l.fields ->> 'platform' end as listed_platform,
       case when l.kind = 'register_winners' then l.fields ->> 'enterprise' end as listed_enterprise,
       l.fields ->> 'former_names' as former_names, l.fields ->> 'source' as origin,
       l.path as file, l.sheet, l.row_no as row, l.sha256, iso_text(l.first_seen_at, c.offset_minutes) as first_seen_at,
       (l.missing <> '{}' or l.before_notice
           -- the rules tell so
           or exists (
               select from rule_findings_at($1, $2) f
               where (f.arrival_id, f.table_no, f.item) = (l.arrival_id, l.table_no, l.item) and f.code <> 'receipt_folder_later')
           -- a folder's line speaks of one delivery
           or l.kind = 'register_receipts' and $6 <> l.fields ->> 'file' and not exists (
               select from outcomes_at($1, $2) o join arrival a using (arrival_id)
               where a.source = 'inbox' and a.path = $6 and o.received_at = l.dated_at)
       )::text as ignored
from register_lines($1, $2) l
join cycle c on c.cycle = $1
join upload_kind k on k.cycle = 'registers' and k.kind = l.kind
left join unit_aliases($1, $2) a on a.folded = l.folded ->> 'unit'
cross join lateral (
    select (l.folded ->> 'platform') || string_to_array(coalesce(l.folded ->> 'former_names', ''), E'\n') as platforms,
           (l.folded ->> 'enterprise') || string_to_array(coalesce(l.folded ->> 'former_names', ''), E'\n') as enterprises
) as names
where l.kind in ('register_decisions', 'register_withdrawals', 'register_waivers', 'register_matches', 'register_receipts', 'register_selection',
          'register_winners')
  and (not l.fields ? 'unit' or a.unit_code = $3)
  and case
          -- a line of the winners speaks of a nomination where either name is the same
          when l.kind = 'register_winners' then l.fields ->> 'award_year' = c.award_year::text
              and ($4 <> '' and $4 = any (names.platforms) or $5 <> '' and $5 = any (names.enterprises))
          when l.kind = 'register_receipts' then $6::text is not null
              and ($6 = l.fields ->> 'file' or starts_with($6, rtrim(l.fields ->> 'file', '/') || '/'))
          else (l.folded ->> 'platform' is null or l.folded ->> 'platform' = $4)
              and (l.folded ->> 'enterprise' is null or l.folded ->> 'enterprise' = $5)
              and (l.fields ->> 'file' is null or l.fields ->> 'file' = $6)
              and coalesce(l.folded ->> 'platform', l.folded ->> 'enterprise', l.fields ->> 'file') is not null
      end
order by k.kind_order, l.path collate "C", l.table_no, l.item;
