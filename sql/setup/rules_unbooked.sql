-- $1 cycle. Whether the definitions, as they were just loaded, are others than those that were booked with the rules.
select exists (select from definitions_astray($1)) as unbooked;
