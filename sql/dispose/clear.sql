-- $1: disposal. A second time changes nothing.
select dispose_clear($1);
