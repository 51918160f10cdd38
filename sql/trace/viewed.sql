-- $1: cycle, $2: what was asked, $3: why. People's data are shown once this is booked.
insert into personal_view (cycle, asked, reason)
values ($1, $2, $3);
