-- What the archive must have as it came, for any cycle: sha256.
select distinct a.sha256
from arrival a
where a.sha256 is not null and not exists (select from content_disposed d where (d.sha256, d.cycle) = (a.sha256, a.cycle));
