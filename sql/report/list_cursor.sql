-- $1 list, $2 field keys. Opens cursor package_rows over the list's rows, a column for each field.
select list_rows($1, $2::text[], 'package_rows');
