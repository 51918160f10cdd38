-- $1: cycle, $2: source, $3: path, $4: sha256. Whether these bytes were disposed of in this cycle (disposed), and whether the ledger saw them at that path last (standing).
select $2 = 'inbox' and exists (select from content_disposed d where (d.sha256, d.cycle) = ($4, $1)) as disposed,
       coalesce((
           select a.sha256 = $4 from arrival a
           where (a.cycle, a.source, a.path) = ($1, $2, $3) and a.sha256 is not null
           order by a.arrival_id desc
           limit 1), false) as standing;
