-- $1 cycle. A file, or a list of one, that was booked a second time though no disposal was ordered since, or as something else than what a disposal leaves of it: path, and the
-- sequences of what was said and of what is found.
with line as (
    select sequence, fact::jsonb as fact from audit_line where cycle = $1 and kind in ('rows', 'list')
), pair as (
    select sequence, fact, lag(sequence) over earlier as said_sequence, lag(fact) over earlier as said_fact
    from line
    window earlier as (partition by fact ->> 'arrival', fact ->> 'list' order by sequence)
)
select fact ->> 'path' as path, said_sequence as said, sequence as found
from pair p
cross join (values (array['rows', 'digest', 'rejects'])) as what (contents)
where said_sequence is not null
  and (fact - contents <> said_fact - contents
       or not exists (select from audit_line d where d.cycle = $1 and d.kind = 'disposal' and d.sequence between p.said_sequence and p.sequence))
order by sequence
limit 1;
