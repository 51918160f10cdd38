copy file_finding (arrival_id, ordinal, sheet, cell, row_no, field, severity, code, raw, read_as, expected, subject)
    from stdin;
