copy figure (arrival_id, table_no, item, row_no, cell, field, state, value, text, raw, unit_source, factor, folded)
    from stdin;
