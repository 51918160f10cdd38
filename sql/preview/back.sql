-- The rules' work is undone; the next cycle is compared with its own.
rollback to savepoint preview;
drop table decided_before, outcome_before, state_before, finding_before;
