insert into night (cycle, as_of)
select cycle, as_of from run
on conflict do nothing;
