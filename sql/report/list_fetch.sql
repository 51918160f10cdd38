-- The next rows of the list whose cursor is open.
fetch 1000 from package_rows;
