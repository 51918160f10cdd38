copy list_reject (arrival_id, table_no, row_no, codes, cells)
    from stdin;
