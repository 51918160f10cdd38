-- $1: disposal, $2: number, $3: part, $4: name, $5: sha256, $6: unit, $7: kinds, $8: rows, $9: action.
insert into disposal_item (disposal, item, part, name, sha256, unit_name, kinds, rows, action)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
