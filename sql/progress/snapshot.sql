-- All that the report reads is of one moment, whatever a night writes meanwhile.
set transaction isolation level repeatable read, read only;
