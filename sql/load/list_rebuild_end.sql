-- $1: list. An error unless its rows are those that went.
select list_rebuild_end($1);
