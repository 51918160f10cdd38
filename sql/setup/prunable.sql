-- $1: cycle, $2: the run's clock. The lists whose rows may go.
select list_id, file, sha256
from lists_to_prune($1, $2);
