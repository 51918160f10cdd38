-- What was decided, registered and exported, line upon line, each with the digest of the one before: what is changed, taken out or put in
-- afterwards breaks the chain, whoever did it, and what is cut off at its end is missed by the heads that nights write down outside the
-- database (huizong audit).

-- sha256 is of previous, cycle, sequence, kind, booked_at (UTC, microseconds), booked_by and fact, each ended by a line feed.
create table audit_line (
    cycle     text not null references cycle,
    sequence  bigint not null check (sequence > 0),
    -- ruling: a decision; register: another version of one was read; unit: one that a register has added, or that the cycle's files name since; rows: what was
    -- read of a file; list: its rows; rules: others apply; draft: an outbox; kept: a night's manifest; final: a package; disposal: one was ordered
    kind      text not null check (kind in ('ruling', 'register', 'unit', 'rows', 'list', 'rules', 'draft', 'kept', 'final', 'disposal')),
    fact      text not null,                                -- JSON, as the functions …_fact write it
    booked_at timestamptz not null,
    booked_by text not null,
    previous  text not null check (previous ~ '^[0-9a-f]{64}$'),
    sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (cycle, sequence),
    unique (cycle, previous),                               -- one chain, no fork
    check (concat(fact, booked_by) !~ E'[\n\r]')
);

-- Rights alone would not bind the owner.
create function audit_line_stays() returns trigger
language plpgsql
as $$
begin
    raise exception 'what is booked is neither changed nor deleted';
end
$$;

create trigger audit_line_stays before update or delete or truncate on audit_line
for each statement execute function audit_line_stays();

-- An instant as it is digested.
create function audit_instant(moment timestamptz) returns text
language sql immutable
as $$
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

create function audit_digest(line audit_line) returns text
language sql immutable
as $$
    select encode(sha256(convert_to(concat(line.previous, E'\n', line.cycle, E'\n', line.sequence, E'\n', line.kind, E'\n',
        audit_instant(line.booked_at), E'\n', line.booked_by, E'\n', line.fact, E'\n'), 'UTF8')), 'hex')
$$;

-- Appends facts in their order. Whoever comes second waits until the first is through; where its snapshot is older than that, the key refuses it.
create function audit_append(of_cycle text, of_kind text, facts text[]) returns void
language plpgsql security definer set search_path = huizong, pg_temp
as $$
declare
    line audit_line;
    fact text;
begin
    perform pg_advisory_xact_lock(hashtextextended('huizong audit ' || of_cycle, 0));
    select a.* into line from audit_line a where a.cycle = of_cycle order by a.sequence desc limit 1;
    foreach fact in array coalesce(facts, '{}') loop
        line := (of_cycle, coalesce(line.sequence, 0) + 1, of_kind, fact, now(), session_user, coalesce(line.sha256, repeat('0', 64)), null);
        line.sha256 := audit_digest(line);
        insert into audit_line select line.*;
    end loop;
end
$$;

-- Facts hold what is in outputs already, and nothing of people: who signed is in the package whose digest is booked.
create function ruling_fact(entry ruling_history) returns text
language sql stable
as $$
    select json_build_object('unit', entry.unit_code, 'nomination', entry.nomination, 'occurrence', entry.occurrence,
        'decision', entry.decision, 'reasons', entry.reasons, 'seat_for', entry.seat_for, 'ruled_at', audit_instant(entry.ruled_at),
        'arrival', entry.arrival_id, 'table', entry.table_no, 'item', entry.item, 'entry', entry.entry, 'by', entry.written_by)::text
$$;

create function export_fact(event export_event) returns text
language sql stable
as $$
    select json_build_object('version', event.version, 'doc_no', event.doc_no, 'as_of', audit_instant(event.as_of), 'state', event.state_sha256,
        'manifest', event.manifest_sha256, 'lists', event.lists, 'personal', event.personal)::text
$$;

create function register_fact(came arrival, verdict text) returns text
language sql stable
as $$
    select json_build_object('path', came.path, 'sha256', came.sha256, 'previous', came.previous_sha256, 'verdict', verdict,
        'first_seen_at', audit_instant(came.first_seen_at), 'arrival', came.arrival_id)::text
$$;

-- Of all that was read of an upload: its tables, figures, facts, what lists say of themselves, the rows that could not be taken, and the readers' findings, in whatever
-- order they stand. Not of the rows of lists, which list_book has: a million of them would cost a quarter of their load.
create function upload_digest(of_arrival bigint) returns text
language sql stable
as $$
    with line (line) as (
        select row('table', t.table_no, t.kind, t.sheet, t.title)::text from upload_table t where t.arrival_id = of_arrival
        union all
        select row('fact', f.ordinal, f.name, f.value)::text from upload_fact f where f.arrival_id = of_arrival
        union all
        select row('figure', f.table_no, f.item, f.row_no, f.cell, f.field, f.state, f.value, f.text, f.raw, f.unit_source, f.factor, f.folded)::text
        from figure f
        where f.arrival_id = of_arrival
        union all
        select row('list', l.table_no, l.kind, l.part_no, l.part_of, l.labels, l.extra_labels, l.rows_read, l.rows_loaded, l.rows_rejected, l.holder, l.written_by)::text
        from list_table l
        where l.arrival_id = of_arrival
        union all
        select row('refused', l.table_no, l.kind, l.sheet, l.part_no, l.part_of, l.labels)::text from list_refused l where l.arrival_id = of_arrival
        union all
        -- of these there may be a million, and of the findings
        select row('rejects', j.table_no, count(*), sum(hashint8extended(hash_record_extended(row(j.row_no, j.codes, j.cells), 0), 0)::numeric))::text
        from list_reject j
        where j.arrival_id = of_arrival
        group by j.table_no
        union all
        select row('findings', count(*), sum(hashtextextended(row(f.ordinal, f.sheet, f.cell, f.row_no, f.field, f.severity, f.code, f.raw, f.read_as,
            f.expected, f.subject)::text, 0)::numeric))::text
        from file_finding f
        where f.arrival_id = of_arrival
    )
    select encode(sha256(convert_to(string_agg(line, E'\n' order by line collate "C"), 'UTF8')), 'hex') from line
$$;

-- What a fact says that another says otherwise, or not at all: "rows 3, verdict complete"; '' where there is nothing.
create function fact_apart(fact json, other json) returns text
language sql immutable
as $$
    select coalesce(string_agg(m.key || ' ' || coalesce(m.value, ''), ', ' order by m.key collate "C"), '')
    from json_each_text(fact) m
    where m.value is distinct from other ->> m.key
$$;

-- What stands of a file as it was read, and of its arrival.
create function rows_fact(came arrival, verdict upload) returns text
language sql stable
as $$
    select json_build_object('path', came.path, 'source', came.source, 'sha256', came.sha256, 'changed_at', audit_instant(came.changed_at),
        'first_seen_at', audit_instant(came.first_seen_at), 'verdict', verdict.verdict, 'refused', verdict.refused_code,
        'read_at', audit_instant(verdict.read_at), 'rows', upload_digest(came.arrival_id), 'arrival', came.arrival_id)::text
$$;

-- Books what was read of a file, once: the last thing that its load does.
create function audit_rows(of_arrival bigint) returns void
language plpgsql security definer set search_path = huizong, pg_temp
as $$
declare
    verdict upload;
begin
    update upload u set booked = true where u.arrival_id = of_arrival and not u.booked returning u.* into verdict;
    if not found then
        raise insufficient_privilege using message = format('no upload that is still to be booked: %s', of_arrival);
    end if;
    perform audit_append(a.cycle, 'rows', array[rows_fact(a, verdict)]) from arrival a where a.arrival_id = of_arrival;
end
$$;

-- The columns of a kind's lists that say something of a row.
create function list_columns(of_kind text) returns text[]
language sql stable
as $$
    select array_agg(a.attname::text order by a.attnum)
    from pg_attribute a
    where a.attrelid = format('huizong.%I', 'list_' || of_kind)::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'list_id'
$$;

-- Of a list's rows, whatever their order, in a table that has them among others or alone. The hash of a record is a sum of its cells' (cells of two rows exchanged would leave the sum of
-- both as it was), so it is hashed once more. A column beside `columns` (a later migration adds it) is null there, and
-- changes nothing.
create function list_digest(holder regclass, of_list bigint, columns text[]) returns numeric
language plpgsql stable
as $$
declare
    digest numeric;
    told text;
    beside text;
begin
    select string_agg(format('l.%I', place.name), ', ' order by place.no) into told from unnest(columns) with ordinality as place (name, no);
    select coalesce('num_nonnulls(' || string_agg(format('l.%I', a.attname), ', ') || ')', '0') into beside
    from pg_attribute a
    where a.attrelid = holder and a.attnum > 0 and not a.attisdropped and a.attname <> 'list_id' and a.attname <> all (columns);
    execute format('select coalesce(sum(hashint8extended(hash_record_extended(row(%s), 0), 0) + %s), 0) from %s l where list_id = %s', told, beside, holder, of_list)
    into digest;
    return digest;
end
$$;

create function rejects_digest(of_list bigint) returns numeric
language sql stable
as $$
    select coalesce(sum(hashint8extended(hash_record_extended(row(j.row_no, j.codes, j.cells), 0), 0)), 0)
    from list_table t join list_reject j using (arrival_id, table_no)
    where t.list_id = of_list
$$;

create function list_fact(came arrival, list list_table) returns text
language sql stable
as $$
    select json_build_object('path', came.path, 'arrival', came.arrival_id, 'table', list.table_no, 'list', list.list_id, 'kind', list.kind,
        'loaded', list.rows_loaded, 'rejected', list.rows_rejected, 'columns', list.digest_columns, 'digest', list.digest, 'rejects', list.digest_rejects)::text
$$;

-- Books the rows of a list, once: off the way of the results, since it looks at each of them. False where there is nothing to book; null, and nothing is booked, where they are
-- not those that its load has written.
create function list_book(of_list bigint) returns boolean
language plpgsql security definer set search_path = huizong, pg_temp
as $$
declare
    list list_table;
begin
    select t.* into list
    from list_table t
    join upload u using (arrival_id)
    where t.list_id = of_list and t.digest is null and t.pruned_at is null and u.booked
    for update of t;
    if not found then
        return false;
    end if;
    if exists (select from list_rows_here(of_list) r where r.here <> list.rows_loaded or r.as_loaded <> list.rows_loaded) then
        return null;
    end if;
    update list_table t
    set digest_columns = list_columns(t.kind), digest = list_digest(format('%I', 'list_' || t.kind)::regclass, of_list, list_columns(t.kind)),
        digest_rejects = rejects_digest(of_list)
    where t.list_id = of_list
    returning t.* into list;
    perform audit_append(a.cycle, 'list', array[list_fact(a, list)]) from arrival a where a.arrival_id = list.arrival_id;
    return true;
end
$$;

create function audit_written() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
begin
    case tg_table_name
        when 'ruling_history' then
            perform audit_append(w.cycle, 'ruling', array_agg(ruling_fact(h) order by h.entry))
            from written w join ruling_history h using (entry) group by w.cycle;
        when 'export_event' then
            perform audit_append(w.cycle, 'final', array_agg(export_fact(e) order by e.event))
            from written w join export_event e using (event) group by w.cycle;
        when 'upload' then
            perform audit_append(a.cycle, 'register', array_agg(register_fact(a, w.verdict) order by a.arrival_id))
            from written w join arrival a using (arrival_id) where a.source = 'register' group by a.cycle;
    end case;
    return null;
end
$$;

-- What was there before there was an audit is booked first.
select audit_append(h.cycle, 'ruling', array_agg(ruling_fact(h) order by h.entry)) from ruling_history h group by h.cycle;
select audit_append(a.cycle, 'register', array_agg(register_fact(a, u.verdict) order by a.arrival_id))
from arrival a join upload u using (arrival_id) where a.source = 'register' group by a.cycle;
select audit_append(e.cycle, 'final', array_agg(export_fact(e) order by e.event)) from export_event e group by e.cycle;

create trigger ruling_history_audited after insert on ruling_history referencing new table as written
for each statement execute function audit_written();
create trigger export_event_audited after insert on export_event referencing new table as written
for each statement execute function audit_written();
create trigger upload_audited after insert on upload referencing new table as written
for each statement execute function audit_written();

-- The rules that setup has taken for each cycle: a digest of its definitions, the registers', the catalogue's short names and the program's statements. What they would
-- change was shown before.
create table rules_in_force (
    cycle        text primary key references cycle on delete cascade,
    rules_sha256 text not null check (rules_sha256 ~ '^[0-9a-f]{64}$'),
    sql_sha256   text not null check (sql_sha256 ~ '^[0-9a-f]{64}$'),
    differences  bigint not null                            -- how many were shown and accepted
);

create function rules_audited() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
begin
    perform audit_append(w.cycle, 'rules', array[json_build_object('rules', w.rules_sha256, 'sql', w.sql_sha256, 'differences', w.differences,
        'tables', (select json_object_agg(d.name, d.sha256 order by d.name collate "C") from definition_digests(w.cycle) as d))::text])
    from written w;
    return null;
end
$$;

create trigger rules_taken after insert on rules_in_force referencing new table as written
for each statement execute function rules_audited();
create trigger rules_changed after update on rules_in_force referencing new table as written
for each statement execute function rules_audited();

-- Standing rulings that are not what history said last. Reports have history alone, and see no other.
create function rulings_astray(of_cycle text) returns table (nomination text, said text, found text)
language sql stable security definer set search_path = huizong, pg_temp
as $$
    with said as (
        select distinct on (unit_code, nomination, occurrence) unit_code, nomination, occurrence, decision, reasons, seat_for, arrival_id, table_no, item
        from ruling_history
        where cycle = of_cycle
        order by unit_code, nomination, occurrence, entry desc
    ), standing as (
        select unit_code, nomination, occurrence, decision, reasons, seat_for, arrival_id, table_no, item from ruling where cycle = of_cycle
    )
    select concat_ws(' ', unit_code, nomination) as nomination, concat_ws(' ', s.decision, s.reasons) as said,
           concat_ws(' ', n.decision, n.reasons) as found
    from (select * from said where decision is not null) s
    full join standing n using (unit_code, nomination, occurrence)
    where (s.decision, s.reasons, s.seat_for, s.arrival_id, s.table_no, s.item) is distinct from (n.decision, n.reasons, n.seat_for, n.arrival_id, n.table_no, n.item)
    order by unit_code collate "C", nomination collate "C", occurrence
$$;

-- Books an outbox by its name and the digest of all that is in it; false where the last one booked was the same.
create function audit_draft(of_cycle text, outbox text, digest text) returns boolean
language plpgsql security definer set search_path = huizong, pg_temp
as $$
declare
    told constant text := json_build_object('outbox', outbox, 'sha256', digest);
begin
    perform pg_advisory_xact_lock(hashtextextended('huizong audit ' || of_cycle, 0));
    if told = (select a.fact from audit_line a where a.cycle = of_cycle and a.kind = 'draft' order by a.sequence desc limit 1) then
        return false;
    end if;
    perform audit_append(of_cycle, 'draft', array[told]);
    return true;
end
$$;

-- What a night has said stands: nothing is written with a clock before the cycle's last night, and an end once written stays. Whoever
-- repeats the last night may still change what that one said.
create function not_before_last_night() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
declare
    earlier boolean;
begin
    execute format('select exists (select from written w where w.%I < (select max(n.as_of) from night n where n.cycle = w.cycle))', tg_argv[0])
    into earlier;
    if earlier then
        raise exception 'cycle had a later night: % of % is not rewritten', tg_argv[0], tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;

create trigger night_follows after insert on night referencing new table as written
for each statement execute function not_before_last_night('as_of');
create trigger arrival_follows after insert on arrival referencing new table as written
for each statement execute function not_before_last_night('first_seen_at');
create trigger ruling_history_follows after insert on ruling_history referencing new table as written
for each statement execute function not_before_last_night('ruled_at');
create trigger upload_outcome_follows after insert on upload_outcome referencing new table as written
for each statement execute function not_before_last_night('ruled_from');
create trigger upload_outcome_ends after update on upload_outcome referencing new table as written
for each statement execute function not_before_last_night('ruled_until');
create trigger rule_finding_follows after insert on rule_finding referencing new table as written
for each statement execute function not_before_last_night('ruled_from');
create trigger rule_finding_ends after update on rule_finding referencing new table as written
for each statement execute function not_before_last_night('ruled_until');
create trigger application_state_follows after insert on application_state referencing new table as written
for each statement execute function not_before_last_night('ruled_from');
create trigger application_state_ends after update on application_state referencing new table as written
for each statement execute function not_before_last_night('ruled_until');
create trigger piece_outcome_follows after insert on piece_outcome referencing new table as written
for each statement execute function not_before_last_night('ruled_from');
create trigger piece_outcome_ends after update on piece_outcome referencing new table as written
for each statement execute function not_before_last_night('ruled_until');

create function end_stays() returns trigger
language plpgsql
as $$
begin
    raise exception '% has ended', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger upload_outcome_stays before update on upload_outcome
for each row when (old.ruled_until is not null or new.ruled_until is null) execute function end_stays();
create trigger rule_finding_stays before update on rule_finding
for each row when (old.ruled_until is not null or new.ruled_until is null) execute function end_stays();
create trigger application_state_stays before update on application_state
for each row when (old.ruled_until is not null or new.ruled_until is null) execute function end_stays();
create trigger piece_outcome_stays before update on piece_outcome
for each row when (old.ruled_until is not null or new.ruled_until is null) execute function end_stays();

-- Nobody inserts: lines come from the triggers, audit_rows, list_book and audit_draft.
create function rights_audit() returns void
language sql
as $$
    grant select on audit_line to huizong_loader, huizong_exporter;
    grant select on rules_in_force to huizong_loader;
    grant execute on function audit_draft, audit_rows, list_book to huizong_loader;
    grant execute on function audit_instant, ruling_fact, export_fact, register_fact to huizong_loader, huizong_exporter;
    grant execute on function upload_digest, rows_fact, fact_apart, list_digest, rejects_digest, list_fact, rulings_astray to huizong_exporter;
$$;

select grant_roles();
select hand_over();
