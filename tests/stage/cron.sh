#!/bin/bash
# The lines of scripts/huizong.cron as cron runs them: /bin/sh, cron's PATH, no LANG, HOME or TZ; in UTC and in +08:00.
. "$(dirname "$0")/../lib.sh"

CRON=$ROOT/scripts/huizong.cron
FIXTURES=$ROOT/fixtures/fujian-2023

# What three units sent, of each kind that a night reads.
mkdir -p "$WORK/inbox"
for upload in 福州市/来回改.csv 厦门市/三个平台.csv 三明市/零报告.xlsx 莆田市/莆阳智造云/申报书.xlsx 莆田市/莆阳智造云/八张清单.xlsx; do
    (cd "$FIXTURES/inbox.1" && cp --parents "$upload" "$WORK/inbox/")
done

# Minute, hour, day, month, weekday, user, and the command, pointed at this clone and at the test's settings.
commands() {
    grep -E '^[0-9*]' "$CRON" | sed -E 's/^([^ ]+ +){6}//' |
        sed -e "s|/usr/local/lib/huizong|$ROOT|g" -e "s|/etc/huizong|$WORK/$1|g" -e "s|/srv/backup/huizong|$WORK/$1/backup|" \
            -e "s|/var/lib/huizong/data|$WORK/$1/data|"
}

settings() {
    mkdir -p "$WORK/$1"
    sed -E -e '/^#/d' -e "s|=/srv/huizong/outbox|=$WORK/$1/outbox|" -e "s|=/srv/huizong/inbox|=$WORK/inbox|" \
        -e "s|=/srv/huizong/registers|=$FIXTURES/registers.1|" -e "s|=/var/lib/huizong/data|=$WORK/$1/data|" \
        "$ROOT/scripts/systemd/cycle.env" >"$WORK/$1/fujian-2023.env"
}

# cron's whole environment; the zone is the machine's and not a variable, for which TZ stands in.
as_cron() {
    (cd / && env -i PATH="$(sed -n 's/^PATH=//p' "$CRON")" SHELL=/bin/sh LOGNAME=x "${@:2}" /bin/sh -c "$1")
}

results() {
    cut -d , -f 2- "$WORK/$1/outbox/fujian-2023/current/$2.csv"
}

run_lines() {
    local zone=$1 command status number=0
    settings "$zone"
    while IFS= read -r command; do
        number=$((number + 1)) status=0
        as_cron "$command" "${@:2}" >"$WORK/$zone/said.$number" 2>&1 || status=$?
        check "$zone: line $number of the crontab ends well" test "$status" -le 1
    done < <(commands "$zone")
    is "$zone: the table has seven lines" "$number" 7
    like "$zone: the first night has something to say, in Chinese" "$(cat "$WORK/$zone/said.1")" '^福建省工业和信息化厅：收到 [0-9]+ 件'
    is "$zone: what arrived and was there before is no mail" "$(cat "$WORK/$zone/said.2")" ''
    is "$zone: runs without news, a backup and a proof are no mail" "$(cat "$WORK/$zone"/said.[3-7])" ''
    check "$zone: each run has its deadline report" test -s "$WORK/$zone/outbox/fujian-2023/current/进度通报.html"
    check "$zone: there is a backup" "$ROOT/scripts/backup" --verify "$(echo "$WORK/$zone/backup"/2*)"
    status_is "$zone: the private server is stopped" 3 "$ROOT/scripts/pg-local" status --data "$WORK/$zone/data"
}

# The first second after a day is the deadline's as the cycle says it, and the last day is the one before.
check "the crontab names its fields" grep -qE '^30 2 \* \* \* +huizong ' "$CRON"
like "the cycle ends with June 12" "$(grep '"deadline"' "$HUIZONG_SCHEMAS/fujian-2023/datapackage.json")" '"2023-06-12T24:00:00\+08:00"'
check "arrivals are taken every five minutes of the last day" grep -qE '^\*/5 \* 12 6 \* .*--intake-only' "$CRON"
is "the report is written every hour of the last day, and at the deadline" \
    "$(grep -vE -- '--intake-only|^30 2|^#' "$CRON" | grep nightly | cut -d ' ' -f -5)" $'0 * 12 6 *\n0 0 13 6 *\n1 0 13 6 *'
for when in '2023-06-12 \*:00:00' '2023-06-13 00:00:00'; do
    check "and so by the timer's drop-in: $when" grep -qE "^#   OnCalendar=$when Asia/Shanghai$" "$ROOT/scripts/systemd/huizong-report@.timer"
done
run_lines none
run_lines utc TZ=UTC
run_lines shanghai TZ=Asia/Shanghai
for file in uploads decisions findings; do
    is "the zone changes nothing in $file.csv" "$(results shanghai $file)" "$(results utc $file)"
done
if command -v systemd-analyze >/dev/null; then
    check "the units are well-formed" systemd-analyze verify --man=no "$ROOT"/scripts/systemd/*.timer
fi
done_testing
