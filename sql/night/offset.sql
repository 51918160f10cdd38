-- $1: cycle. Its offset in minutes: what a time without a zone means.
select offset_minutes from cycle where cycle = $1;
