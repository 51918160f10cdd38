-- What the archive must have as it came, of any cycle: sha256.
select c.sha256 from content c where not exists (select from content_disposed d where d.sha256 = c.sha256);
