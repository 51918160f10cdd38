#!/usr/bin/python3
"""lists_measured.py ROOT WORK ROWS…: called by lists.sh. Loads by turns and prints medians and ratios.

CPU of a client: wait4 of its process. CPU of the server: the postmaster's children that live (/proc/PID/stat) and those it
has waited for (its own cutime and cstime), before and after a run and the checkpoint that writes what it left; so checkpointer
and WAL writer count for whoever makes them work. No table that is measured is vacuumed or analysed behind the run: that fell
to whoever came next. Each turn changes who is first, and ratios are of one turn, since neighbours' work slows both.
"""
import os
import shutil
import subprocess
import sys
import time
import urllib.parse

TICK = os.sysconf("SC_CLK_TCK")
URI = os.environ["PGURI"]
BIN = os.environ["HUIZONG_BIN"]
RUNS = int(os.environ.get("RUNS", "5"))
ROOT, WORK = sys.argv[1:3]
CYCLE = "fujian-2023"


def sql(text, *options):
    return subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", *options, URI],
                          input="set search_path = huizong, pg_temp; set client_min_messages = error;\n" + text, text=True,
                          check=True, capture_output=True).stdout.strip()


def processes():
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as file:
                    yield int(name), file.read().rsplit(")", 1)[1].split()
            except OSError:
                pass


def server_cpu():
    with open(os.path.join(WORK, "server/postgres/cluster/postmaster.pid"), encoding="utf-8") as file:
        postmaster = int(file.readline())
    ticks = 0
    for pid, fields in processes():
        if pid == postmaster:
            ticks += sum(map(int, fields[11:15]))
        elif int(fields[1]) == postmaster:
            ticks += sum(map(int, fields[11:13]))
    return ticks / TICK


class Run:
    """One pipeline: wall, CPU and peak memory of each client, CPU of the server."""

    def __init__(self, commands, allowed=(0,)):
        sql("checkpoint")
        before = server_cpu()
        begun = time.monotonic()
        children = []
        source = subprocess.DEVNULL
        for number, command in enumerate(commands):
            last = number == len(commands) - 1
            child = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL if last else subprocess.PIPE,
                                     stderr=subprocess.DEVNULL)
            if number > 0:
                source.close()
            source = child.stdout
            children.append(child)
        usages = []
        for child in children:
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode not in allowed:
                sys.exit(f"{child.args[0]}: status {child.returncode}")
            usages.append(usage)
        self.wall = time.monotonic() - begun
        # a backend is waited for a moment after its client
        time.sleep(0.1)
        sql("checkpoint")
        self.server = server_cpu() - before
        self.clients = [usage.ru_utime + usage.ru_stime for usage in usages]
        self.memory = [usage.ru_maxrss / 1024 for usage in usages]
        self.cpu = sum(self.clients) + self.server


def median(values):
    values = sorted(values)
    return values[len(values) // 2]


def arrive():
    return sql(f"""
        insert into content select encode(sha256(count(*)::text::bytea), 'hex'), 1 from arrival;
        insert into arrival (cycle, source, path, sha256, changed_at, first_seen_at)
        select '{CYCLE}', 'inbox', format('福州市/%s.csv', count(*)), encode(sha256(count(*)::text::bytea), 'hex'), now(), now()
        from arrival
        returning arrival_id""")


def checked(file):
    """As scripts/take-upload does it."""
    findings = [os.path.join(WORK, name) for name in ("extract.findings", "normalise.findings")]
    return Run([
        [f"{BIN}/huizong-normalise", "--cycle", CYCLE, "--name", "福州市/清单.csv", "--findings", findings[1],
         "--file", file, "--file-findings", findings[0]],
        [f"{BIN}/huizong-load", "--database", URI, "--cycle", CYCLE, "--arrival", arrive(), "--findings", findings[0],
         "--findings", findings[1]],
    ], allowed=(0, 1))


def empty_floor():
    sql("""
        drop table if exists floor;
        create table floor (a text, b text, c text, d text, e text, f text, g text, h text, i text) with (autovacuum_enabled = off)""")


def floor(file):
    empty_floor()
    return Run([["iconv", "-f", "GB18030", "-t", "UTF-8", file],
                ["psql", "-Xq", URI, "-c", r"\copy huizong.floor from stdin (format csv, header)"]])


def python_checked(file):
    empty_floor()
    return Run([["/usr/bin/python3", f"{ROOT}/tests/bench/lists_python.py", file],
                ["psql", "-Xq", URI, "-c", r"\copy huizong.floor from stdin"]])


def pgloader_uri():
    """pgloader has its own way to name a socket."""
    parts = urllib.parse.urlsplit(URI)
    said = dict(urllib.parse.parse_qsl(parts.query))
    return f"postgresql://{said['user']}@unix:{said['host']}:{said['port']}{parts.path}"


def pgloader(file):
    empty_floor()
    script = os.path.join(WORK, "pgloader.load")
    with open(script, "w", encoding="utf-8") as out:
        out.write(f"""load csv from '{file}' with encoding gbk (a, b, c, d, e, f, g, h, i)
            into {pgloader_uri()} target table huizong.floor (a, b, c, d, e, f, g, h, i)
            with skip header = 1, fields optionally enclosed by '"', fields terminated by ',';""")
    return Run([["pgloader", "--root-dir", os.path.join(WORK, "pgloader"), script]])


def forget():
    """The lists before are dropped, by their owner: each run finds the same database."""
    sql("""
        do $$
        declare
            part regclass;
        begin
            for part in select inhrelid from pg_inherits where inhparent = 'list_equipment'::regclass loop
                execute format('drop table %s', part);
            end loop;
        end
        $$;
        drop table if exists floor;
        truncate upload, file_finding, list_reject cascade; vacuum (analyze, skip_locked) arrival""")


def row(name, run):
    print(f"  {name:<34}{run.wall:7.2f} s wall {run.cpu:7.2f} s CPU {run.server:7.2f} of it the server's")


def ratio(runs, others, name):
    """The median of each turn's own."""
    return median([getattr(a, name) / getattr(b, name) for a, b in zip(runs, others)])


def ratios(first, second, bare):
    wall, cpu, server = (ratio(first, bare, name) for name in ("wall", "cpu", "server"))
    print(f"  ratios: wall {wall:.2f}, CPU {cpu:.2f}, the server's alone {server:.2f}; superseding {ratio(second, first, 'wall'):.2f}"
          f" of the first load's wall, {ratio(second, first, 'cpu'):.2f} of its CPU")
    quiet = {name: min(getattr(run, name) for run in first) / min(getattr(run, name) for run in bare) for name in ("wall", "cpu")}
    print(f"  the least of each: wall {quiet['wall']:.2f}, CPU {quiet['cpu']:.2f}")


def typical(runs):
    """The medians, each by itself."""
    middle = object.__new__(Run)
    middle.wall, middle.cpu, middle.server = (median([getattr(r, n) for r in runs]) for n in ("wall", "cpu", "server"))
    middle.clients, middle.memory = ([median(v) for v in zip(*(getattr(r, n) for r in runs))] for n in ("clients", "memory"))
    return middle


def measure(rows, bytes_per_run):
    file = os.path.join(WORK, f"{rows}.csv")
    corrected = os.path.join(WORK, f"{rows}.corrected.csv")
    for path, bad in (file, "5"), (corrected, "2"):
        subprocess.run(["/usr/bin/python3", f"{ROOT}/tests/bench/make_equipment.py", str(rows), path, "--bad", bad], check=True)
    runs = RUNS if rows <= 1000000 else min(RUNS, 3)
    first, second, bare = [], [], []
    for turn in range(runs):
        forget()
        if turn % 2 == 0:
            bare.append(floor(file))
        first.append(checked(file))
        second.append(checked(corrected))
        if turn % 2 == 1:
            bare.append(floor(file))
    ours, again, base = typical(first), typical(second), typical(bare)
    counts = sql("select rows_read, rows_loaded, rows_rejected from list_table order by list_id limit 1").split("|")
    print(f"{rows} rows, {os.path.getsize(file) / 1e6:.0f} MB of GBK, median of {runs}; read {counts[0]} = loaded {counts[1]} + rejected {counts[2]}")
    row("iconv | psql \\copy (reference)", base)
    row("normalise --file | load", ours)
    row("the same, corrected", again)
    stages = zip(("normalise", "load"), ours.clients, ours.memory)
    print("  " + ", ".join(f"{name} {cpu:.2f} s CPU {memory:.0f} MB" for name, cpu, memory in stages))
    ratios(first, second, bare)
    bytes_per_run[rows] = ours.cpu / rows
    others(file)
    os.remove(corrected)


def others(file):
    """Each beside a run of ours right behind it: they take a minute, in which the machine's pace may change."""
    if os.environ.get("BENCH_FULL"):
        references = [("Python, with checks", python_checked)]
        if shutil.which("pgloader"):
            references.append(("pgloader", pgloader))
        for name, reference in references:
            run = reference(file)
            forget()
            row(name, run)
            print(f"    {run.cpu / checked(file).cpu:.1f} times the CPU")


def steps(rows):
    """Ten platforms' lists, a thousand devices in each of two, and what the night counts of them."""
    forget()
    checked(os.path.join(WORK, f"{rows}.csv"))
    sql("""
        update list_table set part_no = 1;
        update upload set booked = false;
        do $$
        declare
            copied record;
            columns constant text := 'seq, category, type, name, id, public_cloud, daily_run, connected, quantity';
        begin
            for number in 2 .. 10 loop
                insert into upload_table (arrival_id, table_no, kind, sheet)
                select arrival_id, number, 'equipment', '' from list_table where table_no = 1;
                select b.* into copied
                from list_table t
                cross join list_begin(t.arrival_id, number, 1, 1, t.labels, '{}', '{att_equipment.id}') b
                where t.table_no = 1;
                execute format('insert into list_equipment_%1$s (row_no, key, %3$s) select row_no,
                    case when row_no between %2$s * 1000 and %2$s * 1000 + 1999 then key else hashint8extended(key, %2$s) end, %3$s
                    from list_equipment', copied.list_id, number, columns) ;
                perform list_end(copied.list_id, 0, 0, 0);
            end loop;
        end
        $$;""".replace("from list_equipment'", "from list_equipment where list_id = (select min(list_id) from list_table)'"))
    # as COPY leaves them: nothing to settle for whoever reads them first
    for part in sql("select inhrelid::regclass from pg_inherits where inhparent = 'list_equipment'::regclass").split():
        sql(f"vacuum (freeze) {part}")
    told = sql(f"""
        delete from rule where shape = 'unique_across_platforms';
        insert into rule (cycle, code, shape, operands, severity, clause) values ('{CYCLE}', 'equipment_id_claimed_twice',
            'unique_across_platforms', '{{"list": "equipment", "column": "att_equipment.id"}}', 'error', '');
        begin;
        create temp table run on commit drop as select '{CYCLE}'::text as cycle;
        create temp table list_now on commit drop as
        select list_id::text as unit_code, '' as nomination, 1 as occurrence, kind, list_id, arrival_id, table_no, '' as sheet, part_no,
               part_of, rows_loaded, false as supplement
        from list_table;
        select clock_timestamp();
        \\i {ROOT}/sql/enforce/087_list_facts.sql
        select clock_timestamp();
        \\i {ROOT}/sql/enforce/085_list_overlaps.sql
        select clock_timestamp();
        select count(*) filter (where shared > 0), sum(shared) from list_overlap;
        delete from list_overlap where list_b = (select max(list_id) from list_table);
        drop table list_pair, list_fresh, shared_key, shared_row, shared_set;
        select clock_timestamp();
        \\i {ROOT}/sql/enforce/085_list_overlaps.sql
        select clock_timestamp();
        rollback;
        select extract(epoch from clock_timestamp() - clock_timestamp())""").splitlines()
    moments = [line for line in told if line.startswith("20")]
    seconds = [float(sql(f"select extract(epoch from timestamptz '{b}' - timestamptz '{a}')"))
               for a, b in ((0, 1), (1, 2), (3, 4)) for a, b in ((moments[a], moments[b]),)]
    pairs = next(line for line in told if "|" in line)
    print(f"ten lists of {rows} rows: facts {seconds[0]:.1f} s; all pairs for the first time {seconds[1]:.1f} s (pairs that share | keys: {pairs}); one new list against nine {seconds[2]:.1f} s")


def main():
    sizes = [int(size) for size in sys.argv[3:]]
    cpu_per_row = {}
    for rows in sizes:
        measure(rows, cpu_per_row)
    smallest = min(sizes)
    print("linearity, CPU per row: " + ", ".join(f"{rows}: {cpu_per_row[rows] / cpu_per_row[smallest]:.2f}" for rows in sizes))
    steps(max((rows for rows in sizes if rows <= 1000000), default=smallest))


main()
