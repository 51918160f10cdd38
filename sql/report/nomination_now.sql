-- The nominations at the run's clock, which many queries of a state join: read once, until the transaction ends. $1 cycle, $2 as_of.
create temp table nomination_now on commit drop as
select * from nominations_at($1, $2) with ordinality;
