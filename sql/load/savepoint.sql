savepoint upload_rows;
