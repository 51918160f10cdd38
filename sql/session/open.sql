-- Every session looks the same, whatever the server, the database or the login have set.
select set_config('search_path', 'huizong, pg_temp', false),
       set_config('TimeZone', 'UTC', false),
       set_config('DateStyle', 'ISO, YMD', false),
       set_config('IntervalStyle', 'postgres', false),
       set_config('extra_float_digits', '1', false),
       set_config('bytea_output', 'hex', false),
       set_config('client_min_messages', 'warning', false),
       set_config('standard_conforming_strings', 'on', false),
       -- many short statements over small sets: compiling them costs more than it saves
       set_config('jit', 'off', false);
