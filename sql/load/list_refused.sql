-- $1: arrival, $2: table number, $3: kind, $4: sheet, $5: 第n册, $6: labels.
insert into list_refused (arrival_id, table_no, kind, sheet, part_no, labels)
values ($1, $2, $3, $4, $5, $6);
