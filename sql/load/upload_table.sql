-- $1: arrival, $2: table number, $3: kind, $4: sheet, $5: title.
insert into upload_table (arrival_id, table_no, kind, sheet, title)
values ($1, $2, $3, $4, $5);
