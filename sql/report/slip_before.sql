-- The clock of the last night before this one, empty where there was none. $1 cycle, $2 as_of.
-- as_of
select max(as_of)::text as as_of from night where cycle = $1 and as_of < $2;
