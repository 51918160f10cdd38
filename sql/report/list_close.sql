close package_rows;
