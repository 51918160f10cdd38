insert into found (unit_code, nomination, occurrence, arrival_id, table_no, item, sheet, cell, row_no, field, code, raw,
    read_as, expected)
