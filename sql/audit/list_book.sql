-- $1 list. One row: whether its rows were booked now; null where they are not those of its load.
select list_book($1) as booked;
