-- $1 cycle. The first list that has more or less rows or rejected rows than were read: file, said, found.
select file, said, here as found from lists_astray($1) limit 1;
