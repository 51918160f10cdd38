-- $1: cycle, $2: the run's clock; for this transaction.
select set_config('huizong.cycle', $1, true), set_config('huizong.as_of', $2, true);
