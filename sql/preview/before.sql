-- What stands of the cycle of this transaction (session/run), to be compared with what other rules make of the same arrivals.
create temp table decided_before on commit drop as
select unit_code, nomination, occurrence, decision, reasons, arrival_id, table_no, item
from ruling
where cycle = current_setting('huizong.cycle');

create temp table outcome_before on commit drop as
select arrival_id, kind, platform, unit_code, outcome, reasons
from upload_outcome
where cycle = current_setting('huizong.cycle') and ruled_until is null;

create temp table state_before on commit drop as
select unit_code, nomination, occurrence, state, missing, errors
from application_state
where cycle = current_setting('huizong.cycle') and ruled_until is null;

create temp table finding_before on commit drop as
select unit_code, arrival_id, code, md5(f::text) as digest
from (
    select unit_code, arrival_id, table_no, item, sheet, cell, row_no, field, severity, code, raw, read_as, expected
    from rule_finding
    where cycle = current_setting('huizong.cycle') and ruled_until is null
) as f;
