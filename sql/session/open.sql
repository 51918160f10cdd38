-- Every session looks the same, whatever the server, the database or the login have set.
select set_config('search_path', 'huizong, pg_temp', false),
       set_config('TimeZone', 'UTC', false),
       set_config('DateStyle', 'ISO, YMD', false),
       set_config('IntervalStyle', 'postgres', false),
       set_config('extra_float_digits', '1', false),
       set_config('bytea_output', 'hex', false),
       set_config('client_min_messages', 'warning', false),
       set_config('standard_conforming_strings', 'on', false),
       set_config('transform_null_equals', 'off', false),
       set_config('array_nulls', 'on', false),
       set_config('quote_all_identifiers', 'off', false),
       -- two uploads load beside each other: what keeps them apart are keys and locks, not the isolation
       set_config('default_transaction_isolation', 'read committed', false),
       set_config('default_transaction_read_only', 'off', false),
       set_config('default_transaction_deferrable', 'off', false),
       -- a list of a million rows takes its time, and a run waits for its other half
       set_config('statement_timeout', '0', false),
       set_config('lock_timeout', '0', false),
       set_config('idle_session_timeout', '0', false),
       set_config('idle_in_transaction_session_timeout', '0', false),
       -- what the archive and the outbox have, the database must not have lost
       case when current_setting('synchronous_commit') = 'off' then set_config('synchronous_commit', 'on', false) end,
       -- without triggers there is no history and no seat; a login that may not set it is refused
       case when current_setting('session_replication_role') <> 'origin' then set_config('session_replication_role', 'origin', false) end,
       -- many short statements over small sets: compiling them costs more than it saves
       set_config('jit', 'off', false);
