-- $1 cycle. The first list whose rows or rejected rows are not those that were read, or are more or less of them: file, list, title, sheet, said, found.
select file, list, title, sheet, said, here as found from lists_astray($1) limit 1;
