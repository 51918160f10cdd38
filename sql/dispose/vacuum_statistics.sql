-- The planner's samples of what was overwritten, which were replaced when the tables were analysed. Whoever may not do this leaves it to the server's own
-- housekeeping.
vacuum (full) pg_catalog.pg_statistic;
