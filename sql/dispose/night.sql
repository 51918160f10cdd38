-- $1: disposal, $2: entry of night_kept. Its results go.
insert into night_disposed (entry, disposal)
values ($2, $1);
