-- $1: arrival, $2: ordinal, $3: name, $4: value.
insert into upload_fact (arrival_id, ordinal, name, value)
values ($1, $2, $3, $4);
