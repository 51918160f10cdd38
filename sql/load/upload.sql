-- $1: arrival, $2: the code of a refusal, or null, $3: the clock of the night that reads it, or null.
insert into upload (arrival_id, verdict, refused_code, read_at)
values ($1, case when $2::text is null then 'complete' else 'refused' end, $2, $3);
