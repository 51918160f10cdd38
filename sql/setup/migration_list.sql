-- What the database has been through, in the order in which it was applied.
select migration, sha256
from schema_migration
order by migration collate "C";
