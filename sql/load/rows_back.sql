rollback to savepoint upload_rows;
