#!/bin/bash
# The server stops at once while a stage is in the middle of its work, or ends that stage's session: the night says so, nothing of it stands by
# half, and the next night comes to what an undisturbed one does.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"

waiting="from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'huizong-"

# hold DATABASE TABLE MODE: a session that keeps everybody from writing the table (exclusive), or from reading it too (access exclusive), on descriptor 9.
hold() {
    rm -f "$WORK/hold"
    mkfifo "$WORK/hold"
    PGOPTIONS="-c search_path=huizong" psql -XAtq "$(uri_of "$1")" <"$WORK/hold" >"$WORK/held" 2>&1 7>&- 9>&- &
    holder=$!
    exec 9>"$WORK/hold"
    echo "begin; lock table $2 in $3 mode; select 'held';" >&9
    until grep -qs held "$WORK/held"; do :; done
}

# wait_for STAGE PID: until a session of the stage waits, or the night is over.
wait_for() {
    until [[ $(ask_server "select count(*) $waiting$1'") -ge 1 ]]; do kill -0 "$2" || break; done
}

release() {
    exec 9>&-
    wait "$holder" 2>/dev/null || true
}

# One of them: another load may wait by then.
end_session() {
    local session
    session=$(ask_server "select min(pid) $waiting$1'")
    ask_server "select pg_terminate_backend($session)" >/dev/null
    until [[ $(ask_server "select count(*) from pg_stat_activity where pid = $session") == 0 ]]; do :; done
}

# SIGQUIT is what pg_ctl -m immediate sends. No checkpoint: the log is played back at the start.
stop_at_once() {
    local postmaster
    postmaster=$(head -n 1 "$WORK/server/postgres/cluster/postmaster.pid")
    kill -QUIT "$postmaster"
    timeout 60 tail -f /dev/null --pid="$postmaster"
}

# breaks STAGE TABLE FAULT: the fault comes as soon as a session of the stage waits for the table, which its COPY or query is about. What export reads the
# proof at the night's beginning reads too: it is taken while enforce is kept waiting.
breaks() {
    local stage=$1 table=$2 fault=$3 name=server_$1_$3 place=$WORK/server_$1_$3 pid status=0 gate
    begin "$place" "$name"
    if [[ $stage == export ]]; then hold "$name" ruling_history exclusive; else hold "$name" "$table" exclusive; fi
    night "$place" "$name" 8>&- 9>&- &
    pid=$!
    if [[ $stage == export ]]; then
        wait_for enforce "$pid"
        exec 7>&9
        gate=$holder
        hold "$name" "$table" "access exclusive"
        exec 7>&-
        wait "$gate" || true
    fi
    wait_for "$stage" "$pid"
    "$fault" "$stage"
    release
    wait "$pid" || status=$?
    [[ $fault != stop_at_once ]] || "$ROOT/scripts/pg-local" start --data "$WORK/server" --throwaway
    like "$stage, $fault: the night says that it was broken off" "$status" '^(69|70)$'
    is "$stage, $fault: the next one comes to the same" "$(half_outbox "$place"; recovered "$place" "$name")" ''
    forget "$place" "$name"
}

world
undisturbed
breaks load figure stop_at_once
breaks enforce ruling_history end_session
breaks export export_event end_session
# `make fault`
if [[ -n ${N:-} ]]; then
    breaks load figure end_session
    # read whole, and not booked yet
    breaks load audit_line end_session
    breaks enforce ruling_history stop_at_once
    breaks export export_event stop_at_once
fi
done_testing
