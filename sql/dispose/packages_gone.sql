-- Lists of people that were ordered out of final packages, of all cycles: name (in the outbox).
select name from disposal_item where part = 'package' and action <> 'manifest_lost';
