-- A further session that looks into what replay/shadow has made.
select set_config('search_path', 'huizong_replay, huizong, pg_temp', false);
