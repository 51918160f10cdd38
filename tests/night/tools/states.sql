\pset format csv
set search_path = huizong;
select unit_code, split_part(nomination, '|', 1) as platform, state, array_to_string(missing, ';') as missing,
       array_to_string(errors, ';') as errors
from application_states_at(:'cycle', 'infinity')
order by unit_code, nomination collate "C";
