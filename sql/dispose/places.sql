-- $1: disposal. One row: where it was ordered (archive, outbox).
select archive, outbox from disposal where disposal = $1;
