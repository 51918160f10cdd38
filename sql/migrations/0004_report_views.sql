-- What the reports read: the state as one night's clock saw it. Functions, since every one of them may look back.

create function outcomes_at(of_cycle text, as_of timestamptz) returns setof upload_outcome
language sql stable
as $$
    select *
    from upload_outcome
    where cycle = of_cycle and ruled_from <= as_of and (ruled_until is null or ruled_until > as_of)
$$;

create function rule_findings_at(of_cycle text, as_of timestamptz) returns setof rule_finding
language sql stable
as $$
    select *
    from rule_finding
    where cycle = of_cycle and ruled_from <= as_of and (ruled_until is null or ruled_until > as_of)
$$;

create function rulings_at(of_cycle text, as_of timestamptz) returns setof ruling_history
language sql stable
as $$
    select *
    from (
        select distinct on (unit_code, nomination, occurrence) *
        from ruling_history
        where cycle = of_cycle and ruled_at <= as_of
        order by unit_code, nomination, occurrence, ruled_at desc, entry desc
    ) as newest
    where decision is not null
$$;

-- The nominations at a clock with their rows of the 汇总表. `fields`: what the cells say by field key, blank ones without a key. `seq_value`: what orders the rows of a unit, the
-- number of its row; of a row of a late table that was let in alone that of its platform's row in the table that counts, else behind all of these.
create function nominations_at(of_cycle text, as_of timestamptz)
returns table (unit_code text, unit_name text, short_name text, unit_order integer, nomination text, occurrence integer,
    decision text, counts_against_quota boolean, reasons text[], seq text, seq_value numeric, platform text, enterprise text,
    folded_platform text, folded_enterprise text, fields jsonb, arrival_id bigint, table_no integer, item integer, file text,
    sha256 text, sheet text, row_no integer)
language sql stable
as $$
    select r.unit_code, u.unit_name, u.short_name, u.unit_order, r.nomination, r.occurrence, r.decision,
           r.decision = 'recommended' and r.seat_for = '',
           r.reasons, row.seq, case when late.received_at is null then row.seq_value else late.seq_value end, row.platform, row.enterprise,
           split_part(r.nomination, '|', 1), split_part(r.nomination, '|', 2),
           row.fields, r.arrival_id, r.table_no, r.item, a.path, a.sha256, t.sheet, row.row_no
    from rulings_at(of_cycle, as_of) r
    join unit u using (cycle, unit_code)
    join arrival a using (arrival_id)
    join upload_table t using (arrival_id, table_no)
    cross join lateral (
        select min(f.row_no) as row_no, min(f.value) filter (where f.field = 'sum_seq') as seq_value,
               min(c.written collate "C") filter (where f.field = 'sum_seq') as seq,
               min(c.written collate "C") filter (where f.field = 'sum_platform_name') as platform,
               min(c.written collate "C") filter (where f.field = 'sum_enterprise') as enterprise,
               coalesce(jsonb_object_agg(f.field, c.written) filter (where f.state <> 'blank'), '{}') as fields
        from figure f
        cross join lateral (
            -- what is too long to be read stands there in its first characters
            select case
                       when f.state = 'blank' then null
                       else coalesce(f.text, trim_scale(f.value)::text,
                                     left(f.raw, 200) || case when length(f.raw) > 200 then '…' else '' end)
                   end as written
        ) as c
        where (f.arrival_id, f.table_no, f.item) = (r.arrival_id, r.table_no, r.item)
    ) as row
    left join lateral (
        select o.received_at,
               coalesce((
                   select min(s.value)
                   from outcomes_at(of_cycle, as_of) counts
                   join figure p on p.arrival_id = counts.arrival_id and p.item > 0 and p.field = 'sum_platform_name'
                       and p.folded = split_part(r.nomination, '|', 1)
                   join figure s on (s.arrival_id, s.table_no, s.item, s.field) = (p.arrival_id, p.table_no, p.item, 'sum_seq')
                   where counts.unit_code = r.unit_code and counts.kind = 'summary' and counts.outcome = 'accepted'
                     and not 'correction_accepted' = any (counts.reasons)
               ), case
                      when o.outcome = 'late' then extract(epoch from o.received_at) * 1000000000 + coalesce(row.seq_value, 999999999)
                      else row.seq_value
                  end) as seq_value
        from outcomes_at(of_cycle, as_of) o
        where o.arrival_id = r.arrival_id and o.kind = 'summary' and (o.outcome = 'late' or 'correction_accepted' = any (o.reasons))
          and r.decision not in ('late', 'ineligible', 'withdrawn')
    ) as late on true
$$;

-- Without the other cells, which cost as much again and are not made where nobody asks for them.
create function nomination_rows_at(of_cycle text, as_of timestamptz)
returns table (unit_code text, unit_name text, short_name text, unit_order integer, nomination text, occurrence integer,
    decision text, counts_against_quota boolean, reasons text[], seq text, seq_value numeric, platform text, enterprise text,
    folded_platform text, folded_enterprise text, arrival_id bigint, table_no integer, item integer, file text, sha256 text,
    sheet text, row_no integer)
language sql stable
as $$
    select n.unit_code, n.unit_name, n.short_name, n.unit_order, n.nomination, n.occurrence, n.decision,
           n.counts_against_quota, n.reasons, n.seq, n.seq_value, n.platform, n.enterprise, n.folded_platform, n.folded_enterprise,
           n.arrival_id, n.table_no, n.item, n.file, n.sha256, n.sheet, n.row_no
    from nominations_at(of_cycle, as_of) n
$$;

-- What rules say of each row of a table, a line for each code.
create function rule_remarks_at(of_cycle text, as_of timestamptz)
returns table (arrival_id bigint, table_no integer, item integer, code text, field text, cell text, raw text, read_as text,
    expected text)
language sql stable
as $$
    select f.arrival_id, f.table_no, f.item, f.code, min(f.field collate "C"), min(f.cell collate "C"), min(f.raw collate "C"), min(f.read_as collate "C"), min(f.expected collate "C")
    from rule_findings_at(of_cycle, as_of) f
    group by f.arrival_id, f.table_no, f.item, f.code
$$;

-- What the readers have said of each row, which no rule says again.
create function reader_remarks(of_cycle text)
returns table (arrival_id bigint, sheet text, row_no integer, code text, field text, cell text, raw text, read_as text,
    expected text)
language sql stable
as $$
    select f.arrival_id, f.sheet, f.row_no, f.code, min(f.field collate "C"), min(f.cell collate "C"), min(f.raw collate "C"), min(f.read_as collate "C"), min(f.expected collate "C")
    from file_finding f
    join arrival a using (arrival_id)
    where a.cycle = of_cycle and f.row_no is not null
    group by f.arrival_id, f.sheet, f.row_no, f.code
$$;

-- The rows of tables that still stand whose places rows of late tables have that were let in alone.
create function rows_replaced_at(of_cycle text, as_of timestamptz)
returns table (arrival_id bigint, table_no integer, item integer, sheet text, row_no integer)
language sql stable
as $$
    with ruled as materialized (
        select r.unit_code, split_part(r.nomination, '|', 1) as platform, r.arrival_id, r.table_no, r.item
        from rulings_at(of_cycle, as_of) r
        where r.decision not in ('late', 'withdrawn')
    ), summary as materialized (
        select o.unit_code, o.arrival_id, o.outcome, 'correction_accepted' = any (o.reasons) as corrects
        from outcomes_at(of_cycle, as_of) o
        where o.kind = 'summary'
    )
    select g.arrival_id, g.table_no, g.item, t.sheet, g.row_no
    from (
        select distinct r.unit_code, r.platform
        from ruled r
        join summary s on s.arrival_id = r.arrival_id and (s.outcome = 'late' or s.corrects)
        where r.platform <> ''
    ) as let_in
    join summary s on s.unit_code = let_in.unit_code and s.outcome = 'accepted' and not s.corrects
    join figure g on g.arrival_id = s.arrival_id and g.item > 0 and g.field = 'sum_platform_name' and g.folded = let_in.platform
    join upload_table t on (t.arrival_id, t.table_no) = (g.arrival_id, g.table_no)
    where not exists (
            select from ruled r where (r.arrival_id, r.table_no, r.item) = (g.arrival_id, g.table_no, g.item))
$$;

-- Whom it is said of, as a key: the whole of a file or sheet, ''; in a table its platform, else its enterprise; of a form nothing, since the slot says which; in a list its folded
-- natural key, else a digest of what stands there (`cells`). Never its number.
create function finding_subject(layout text, said text, of_row integer, cells text, raw text, platform text, enterprise text,
    by_rule boolean) returns text
language sql stable
as $$
    select case
               when coalesce(of_row, 0) = 0 or layout = 'form' or layout = 'list' and by_rule then ''
               when layout = 'table' then coalesce(nullif(platform, ''), nullif(enterprise, ''), said, '')
               else coalesce(said, md5(cells), md5(raw), '')
           end
$$;
