-- $1 cycle. The first standing ruling that is not what history said last: nomination, said, found.
select nomination, said, found from rulings_astray($1) limit 1;
