-- $1 list. One row: whether its rows were booked now.
select list_book($1) as booked;
