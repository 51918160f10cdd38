-- What this run has written, and whether a person is needed.
select (select count(*) from ruling r join run using (cycle) where r.ruled_at = run.as_of) as rulings,
       (select count(*) from upload_outcome o join run using (cycle) where o.ruled_from = run.as_of
           or o.ruled_until = run.as_of) as outcomes,
       (select count(*) from finding_now) as findings;
