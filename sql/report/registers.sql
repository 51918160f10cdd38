-- The versions of the registers in force: of each register in each file that counts. $1 cycle, $2 as_of.
-- register (its kind), file, sha256
select kind as register, path as file, sha256
from register_versions($1, $2)
where in_force
order by kind collate "C", path collate "C";
