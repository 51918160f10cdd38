savepoint preview;
