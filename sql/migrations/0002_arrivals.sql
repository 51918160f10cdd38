-- What came, from where, when. Content is stored once, in the archive, by its SHA-256; an arrival is one content at one path after another.
create table content (
    sha256    text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    byte_size bigint not null check (byte_size >= 0)
);

create table arrival (
    arrival_id      bigint generated always as identity primary key,
    cycle           text not null references cycle,
    source          text not null check (source in ('inbox', 'register')),
    path            text not null,              -- inside the inbox (or registers folder), '/'-separated, UTF-8; undecodable bytes as %XX, a literal % as %25
    sha256          text references content,    -- null: named and left, see left_reason
    previous_sha256 text not null default '',   -- the content of that path before
    visit           integer not null default 1 check (visit > 0), -- A, B, A, B: how often this has followed that one there
    changed_at      timestamptz not null,       -- the inode's change time
    first_seen_at   timestamptz not null,       -- the clock (--as-of) of the run that first saw these bytes there
    left_reason     text,                       -- a code of messages.json: lock_file, symlink, not_a_file, system_file, half_copied …
    check ((sha256 is null) = (left_reason is not null))
);
-- A path may be longer than a key of a btree.
create unique index arrival_once
    on arrival (cycle, source, md5(path), sha256, previous_sha256, left_reason, visit) nulls not distinct;
create index arrival_path on arrival using hash (path);

-- One row per arrival that was read by extract, normalise and load.
create table upload (
    arrival_id   bigint primary key references arrival,
    verdict      text not null check (verdict in ('complete', 'refused')),
    refused_code text,
    read_at      timestamptz,                   -- the clock of the night that read it; null: that which saw it first
    booked       boolean not null default false, -- what was read of it stands in the audit (audit_rows): nothing comes to it any more
    check ((verdict = 'refused') = (refused_code is not null))
);

create table upload_fact (
    arrival_id bigint not null references upload on delete cascade,
    ordinal    integer not null,
    name       text not null,
    value      text not null,
    primary key (arrival_id, ordinal)
);

-- The tables found in an upload: one per sheet that holds one.
create table upload_table (
    arrival_id bigint not null references upload on delete cascade,
    table_no   integer not null,
    kind       text not null,
    sheet      text not null,
    title      text,
    primary key (arrival_id, table_no)
);

create table figure (
    arrival_id  bigint not null,
    table_no    integer not null,
    item        integer not null,               -- 0: the head block
    row_no      integer not null,
    cell        text not null,
    field       text not null,
    state       text not null check (state in ('number', 'none', 'blank', 'text', 'bad')),
    value       numeric,
    text        text,
    raw         text,
    unit_source text,
    factor      numeric,
    folded      text,
    foreign key (arrival_id, table_no) references upload_table on delete cascade
);
create index figure_table on figure (arrival_id, table_no, item);

-- What comes to an upload comes before it is booked. What a list has by the thousand belongs to it as by a foreign key, which would be asked row by row
-- (a tenth of what loading the list costs); this asks once a statement.
create function upload_is_open() returns trigger
language plpgsql security definer set search_path = huizong, pg_temp
as $$
declare
    of_arrival bigint;
    closed boolean;
begin
    for of_arrival in select distinct c.arrival_id from come c loop
        select u.booked into closed from upload u where u.arrival_id = of_arrival for share;
        if not found then
            raise foreign_key_violation using message = format('%s: no upload %s', tg_table_name, of_arrival);
        elsif closed then
            raise insufficient_privilege using message = format('%s: what was read of upload %s is booked', tg_table_name, of_arrival);
        end if;
    end loop;
    return null;
end
$$;

create trigger upload_is_open after insert on upload_fact referencing new table as come
for each statement execute function upload_is_open();
create trigger upload_is_open after insert on upload_table referencing new table as come
for each statement execute function upload_is_open();
create trigger upload_is_open after insert on figure referencing new table as come
for each statement execute function upload_is_open();

create function upload_takes_along() returns trigger
language plpgsql
as $$
begin
    execute format('delete from %I where arrival_id in (select arrival_id from gone)', tg_argv[0]);
    return null;
end
$$;

create table file_finding (
    arrival_id bigint not null,                 -- of upload
    ordinal    integer not null,
    sheet      text,
    cell       text,
    row_no     integer,
    field      text,
    severity   text not null check (severity in ('error', 'warning')),
    code       text not null,
    raw        text,
    read_as    text,
    expected   text,
    subject    text,
    primary key (arrival_id, ordinal)
);
create trigger upload_is_open after insert on file_finding referencing new table as come
for each statement execute function upload_is_open();
create trigger upload_takes_findings after delete on upload referencing old table as gone
for each statement execute function upload_takes_along('file_finding');

-- The nights: a night earlier than its cycle's last one is refused.
create table night (
    cycle text not null references cycle,
    as_of timestamptz not null,
    primary key (cycle, as_of)
);

-- What a night has put out, and what it was made with, so that it can be made again: the archive holds a manifest by its SHA-256, which names the
-- outbox's files and those of schemas/ by theirs. The newest entry of a clock counts.
create table night_kept (
    entry           bigint generated always as identity primary key,
    cycle           text not null references cycle,
    as_of           timestamptz not null,
    manifest_sha256 text not null check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    release         text not null,
    packages        text not null,                          -- the libraries that the programs were built with
    server          text not null default current_setting('server_version'),
    kept_at         timestamptz not null default now(),
    kept_by         text not null default session_user
);
create index night_kept_clock on night_kept (cycle, as_of, entry);

-- The nights before a clock whose outbox stood when that clock's own was first made: what is said to be new or changed is so against what people could
-- look at, and a night that ended before its outbox appeared has shown nobody anything. A clock that is no night's has all of them.
create function shown_nights(of_cycle text, as_of timestamptz) returns table (shown_at timestamptz)
language sql stable
as $$
    select distinct k.as_of
    from night_kept k
    where k.cycle = of_cycle and k.as_of < shown_nights.as_of
      and k.entry < all (select own.entry from night_kept own where (own.cycle, own.as_of) = (of_cycle, shown_nights.as_of))
$$;

-- The versions of the registers at a clock: of each register in each file of the folder the newest readable one, which counts beside those of other
-- files. gone_at: since when the file, or its sheet of that register, is not there any more; then it counts only where no other file has the register, and of several that
-- went one after the other the last.
create function register_versions(of_cycle text, as_of timestamptz)
returns table (kind text, arrival_id bigint, path text, sha256 text, first_seen_at timestamptz, gone_at timestamptz, in_force boolean)
language sql stable
as $$
    with readable as (
        select distinct t.kind, a.arrival_id, a.path, a.sha256, a.first_seen_at, coalesce(u.read_at, a.first_seen_at) as read_at
        from arrival a
        join upload u using (arrival_id)
        join upload_table t using (arrival_id)
        where a.cycle = of_cycle and a.source = 'register' and coalesce(u.read_at, a.first_seen_at) <= as_of
          and u.verdict = 'complete' and t.kind like 'register\_%'
    ), newest as (
        select distinct on (r.kind, r.path) r.*
        from readable r
        order by r.kind, r.path, r.arrival_id desc
    ), placed as (
        select n.*, (
                   select min(went.at)
                   from (
                       -- the file came again without that register's sheet
                       select r.read_at as at from readable r where r.path = n.path and r.arrival_id > n.arrival_id
                       union all
                       select g.first_seen_at from arrival g
                       where g.cycle = of_cycle and g.source = 'register' and g.path = n.path and g.arrival_id > n.arrival_id
                         and g.left_reason = 'register_gone' and g.first_seen_at <= as_of
                   ) as went
               ) as gone_at
        from newest n
    )
    select p.kind, p.arrival_id, p.path, p.sha256, p.first_seen_at, p.gone_at,
           case
               when count(*) filter (where p.gone_at is null) over same_kind > 0 then p.gone_at is null
               else p.gone_at = max(p.gone_at) over same_kind
           end
    from placed p
    window same_kind as (partition by p.kind)
$$;
