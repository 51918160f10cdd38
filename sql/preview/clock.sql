-- The clock of this transaction, as the cycle's reports print it.
select iso_text(current_setting('huizong.as_of')::timestamptz, offset_minutes) as clock from cycle where cycle = current_setting('huizong.cycle');
