-- The cycle and the clock of this run, for all steps that follow: settings huizong.cycle and huizong.as_of
-- (session/run.sql sets them).
create temp table run on commit drop as
select c.*, current_setting('huizong.as_of')::timestamptz as as_of
from cycle c
where c.cycle = current_setting('huizong.cycle');
