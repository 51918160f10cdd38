-- $1: arrival, $2: table number, $3: kind, $4: sheet, $5, $6: 第n册/共m册, $7: labels.
insert into list_refused (arrival_id, table_no, kind, sheet, part_no, part_of, labels)
values ($1, $2, $3, $4, $5, $6, $7);
