-- What is told at the clock, read once for those that list it and that count it, until the transaction ends. $1 cycle, $2 as_of.
create temp table told_now on commit drop as
select * from told_findings_at($1, $2);
