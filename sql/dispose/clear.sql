-- $1: disposal, ordered in the same transaction.
select dispose_clear($1);
