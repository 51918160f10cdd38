#!/bin/bash
# One night in databases of other locales and with settings of their own: the same results, byte for byte.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/night/tools/night.sh"

cycle=fujian-2023
as_of=2023-06-09T02:30:00+08:00

# night_in NAME OPTIONS [SETTING...]: into $WORK/NAME, in a database of its own.
night_in() {
    local name=$1 options=$2 setting status=0
    psql -XAtq -v ON_ERROR_STOP=1 "$PGURI" -c "create database $name template template0 $options" || return 1
    for setting in "${@:3}"; do
        psql -XAtq -v ON_ERROR_STOP=1 "$PGURI" -c "alter database $name set $setting" || return 1
    done
    "$ROOT/scripts/nightly" --cycle $cycle --as-of $as_of --inbox "$FIXTURES/$cycle/inbox.1" --registers "$FIXTURES/$cycle/registers.1" \
        --outbox "$WORK/$name/outbox" --data "$WORK/$name/data" --database "$(uri_of "$name")" --settle 0 || status=$?
    [[ $status -le 1 ]]
}
# What stands in the outbox, beside the usual one's.
same_as_usual() {
    diff -rq "$WORK/usual/outbox" "$WORK/$1/outbox" || true
}

pg_start
check "a night in the usual database" night_in usual "encoding 'UTF8' locale 'C.UTF-8'"
check "it gives rows back" test -n "$(find "$WORK/usual/outbox" -name '退回行-*.csv')"
check "one of locale C" night_in plain "encoding 'UTF8' locale 'C'"
is "gives the same" "$(same_as_usual plain)" ""
check "one that sorts as Chinese dictionaries do" night_in chinese "encoding 'UTF8' locale_provider icu icu_locale 'zh-Hans-CN' locale 'C.UTF-8'"
is "gives the same" "$(same_as_usual chinese)" ""
check "one whose settings are others" night_in settings "encoding 'UTF8' locale 'C.UTF-8'" "default_transaction_isolation = 'serializable'" "default_transaction_read_only = on" \
    "default_transaction_deferrable = on" "idle_session_timeout = '100ms'" "idle_in_transaction_session_timeout = '100ms'" "statement_timeout = '100ms'" \
    "lock_timeout = '1ms'" "transform_null_equals = on" "array_nulls = off" "quote_all_identifiers = on" "session_replication_role = 'replica'" \
    "synchronous_commit = off" "timezone = 'America/St_Johns'" "datestyle = 'German, DMY'" "extra_float_digits = -3" "bytea_output = 'escape'"
is "gives the same" "$(same_as_usual settings)" ""
like "one of another encoding is refused" "$(night_in latin "encoding 'LATIN1' locale 'C'" 2>&1; echo "$?")" 'has encoding LATIN1, not UTF8.*1$'

# Its first transaction gives way to another one; the second attempt does not.
gives_way() {
    psql -XAtq -v ON_ERROR_STOP=1 "$(uri_of usual)" -c "$1"
}
gives_way "create sequence public.attempt;
    create function public.gives_way() returns trigger language plpgsql security definer as \$\$
    begin
        if nextval('public.attempt') = 1 then raise exception 'could not serialize access' using errcode = '40001'; end if;
        return new;
    end \$\$;
    create trigger gives_way before insert on huizong.upload for each row execute function public.gives_way();"
mkdir -p "$WORK/inbox"
cp -R "$FIXTURES/$cycle/inbox.1/." "$WORK/inbox"
printf '来件' >"$WORK/inbox/福州市/新的.csv"
status_is "a night in which a load gives way" 1 "$ROOT/scripts/nightly" --cycle $cycle --as-of 2023-06-09T03:30:00+08:00 --inbox "$WORK/inbox" \
    --registers "$FIXTURES/$cycle/registers.1" --outbox "$WORK/usual/outbox" --data "$WORK/usual/data" \
    --database "$(uri_of usual)" --settle 0
is "it has" "$(gives_way "select last_value > 1 from public.attempt")" t
is "and is read at the second attempt" "$(gives_way "select count(*) from huizong.upload join huizong.arrival using (arrival_id) where path = '福州市/新的.csv'")" 1
done_testing
