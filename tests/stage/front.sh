#!/bin/bash
# The commands that mails and the README tell an operator to run, as printed, where the nights have a private server and the settings stand in a file.
. "$(dirname "$0")/../lib.sh"
unset HUIZONG_SCHEMAS

cycle=fujian-2023
data=$WORK/data
settings=$WORK/settings
inbox=$WORK/inbox
mkdir -p "$settings" "$inbox/厦门市" "$WORK/registers" "$WORK/path"
cp -R "$ROOT/schemas" "$WORK/定义 schemas"
ln -s "$ROOT/scripts/huizong" "$WORK/path/huizong"
printf '%s\n' '推荐单位（盖章）,厦门市工业和信息化局' '联系人,欧阳测试' '联系方式,0592-80000002' '序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）' \
    '1,鹭云,鹭云有限公司,司马样例,13800000077' '2,鹭云二,鹭云二有限公司,司马样例,13800000078' >"$inbox/厦门市/a.csv"
printf 'HUIZONG_%s\n' "CYCLE=$cycle" "INBOX=$inbox" "REGISTERS=$WORK/registers" "OUTBOX=$WORK/outbox" "DATA=$data" \
    "SCHEMAS=$WORK/定义 schemas" >"$settings/$cycle.env"

# as an operator's shell: nothing of huizong in the environment but where the tests' settings lie
operator() {
    env -i PATH="$WORK/path:/usr/bin:/bin" HUIZONG_BIN="$BIN" HUIZONG_SETTINGS="${folder:-$settings}" bash -c "$1" 2>&1
}

night() {
    env -i PATH=/usr/bin:/bin HUIZONG_BIN="$BIN" HUIZONG_SETTINGS="$settings" "$ROOT/scripts/nightly" "${options[@]}" --settle 0 --as-of "$1" 2>&1
}

# quota N: a rule that decides otherwise
quota() {
    sed -i -E '/"quota": \{/ s/("value": )[0-9]+/\1'"$1"'/' "$WORK/定义 schemas/$cycle/datapackage.json"
}

server() {
    "$ROOT/scripts/pg-local" status --data "$data" || true
}

# accepted NAME CLOCK QUOTA COMMAND: the night of that clock holds the quota, and its mail's command, which fits, makes the next one go on.
accepted() {
    local mail command
    quota "$3"
    mail=$(night "$2") && status=0 || status=$?
    is "$1: the night holds other rules" "$status" 78
    command=$(grep -o 'huizong setup .*--accept-rules [0-9a-f]*' <<<"$mail" | head -n 1)
    like "$1: the mail says what to run" "$command" "$4"
    is "$1: in one command, and not that the same run would do" "$(grep -cE 'huizong setup|重新运行' <<<"$mail")" 1
    status_is "$1: it works as printed" 0 operator "$command"
    is "$1: and stops the server" "$(server)" stopped
    status_is "$1: the night goes on" 1 night "$2"
}

options=(--config "$settings/$cycle.env")
definitions="$WORK/定义 schemas/$cycle/datapackage.json"
cp "$definitions" "$WORK/right.json"
sed -i '0,/"deadline/s//"deadlime/' "$definitions"
said=$(night 2023-06-10T02:30:00+08:00) && status=0 || status=$?
is "a first night with a bad cycle" "$status" 78
like "tells its place" "$said" 'datapackage.json: x:cycle.deadlime'
like "and that nothing was taken" "$said" '数据库里还没有这个周期.*收不了件'
refute "in no words of the database" grep -q 'relation' <<<"$said"
cp "$WORK/right.json" "$definitions"
status_is "a first night" 1 night 2023-06-10T02:30:00+08:00
is "its server is stopped" "$(server)" stopped
status_is "the audit is asked" 0 operator "huizong audit --cycle $cycle --verify --heads $data/audit/$cycle.heads"
is "the server is stopped after it" "$(server)" stopped
like "one cycle's settings need not be named" "$(operator 'huizong status 厦门市')" '厦门市'
like "where a decision comes from" "$(operator "huizong trace --cycle $cycle --outbox $WORK/outbox --archive $data/archive 鹭云")" '鹭云有限公司'
status_is "what a program answers is the answer" 66 operator "huizong trace --cycle $cycle --outbox $WORK/outbox --archive $data/archive 没有的平台"
like "the nights that are kept" "$(operator "huizong replay --cycle $cycle --list")" '^2023-06-10T02:30:00\+08:00'
like "a final package wants what is open settled" \
    "$(operator "huizong export --final --doc-no 闽工信函〔2023〕8号 --by 何样二 --cycle $cycle --outbox $WORK/outbox --archive $data/archive")" '遴选结果'
like "an option that is left out is told in Chinese: of a final package" \
    "$(operator "huizong export --final --doc-no 闽工信函〔2023〕8号 --by 何样二 --cycle $cycle --outbox $WORK/outbox")" '正式上报要写明 --archive 数据目录/archive'
like "of a report" "$(operator "huizong report --cycle $cycle")" '缺少选项 --out'
like "of a replay" "$(operator "huizong replay --cycle $cycle --to $WORK/again 2023-06-10T02:30:00+08:00")" '要写明 --archive 数据目录/archive'
status_is "a preview of the rules" 0 operator "huizong setup --cycle $cycle --preview"
status_is "a program that asks no database starts none" 0 operator "huizong template --cycle $cycle --out $WORK/blank"
accepted "settings where all have them" 2023-06-11T02:30:00+08:00 1 "^huizong setup --cycle $cycle --accept"

is "its version is the programs' own" "$(operator 'huizong --version')" "huizong $("$BIN/huizong-setup" --version | cut -d ' ' -f 2)"
like "who names no database is told how to" "$(folder=$WORK/none operator 'huizong audit --cycle fujian-2023 --verify' || true)" '没有指明数据库.*--data'
like "a night has the same" "$(operator 'huizong nightly --version')" '^nightly [0-9]'

# a server that another uses stays
"$ROOT/scripts/pg-local" start --data "$data"
status_is "a server that runs is used" 0 operator "huizong audit --cycle $cycle --verify"
is "and left running" "$(server)" running
"$ROOT/scripts/pg-local" stop --data "$data"

cp "$settings/$cycle.env" "$settings/guangdong-2022.env"
like "settings of one data folder: none need be named" "$(operator 'huizong status 厦门市')" '厦门市'
sed -i "s|^HUIZONG_DATA=.*|HUIZONG_DATA=$WORK/other|" "$settings/guangdong-2022.env"
status_is "of several, one must be" 64 operator 'huizong status 厦门市'
status_is "which is not made up where no night was" 66 operator 'huizong report --cycle guangdong-2022 --out x'
refute "and leaves nothing" test -e "$WORK/other"

mkdir "$WORK/elsewhere"
mv "$settings/$cycle.env" "$WORK/elsewhere/某 周期.env"
options=(--config "$WORK/elsewhere/某 周期.env")
accepted "settings elsewhere" 2023-06-12T02:30:00+08:00 2 '^huizong setup --config .*\.env --cycle'
status_is "and named for any program" 0 operator "huizong audit --config '$WORK/elsewhere/某 周期.env' --cycle $cycle --verify"
options=(--cycle "$cycle" --inbox "$inbox" --registers "$WORK/registers" --outbox "$WORK/outbox" --data "$data" --schemas "$WORK/定义 schemas")
accepted "no settings at all" 2023-06-13T02:30:00+08:00 1 '^huizong setup --data .* --schemas .* --cycle'
like "settings that are not there" "$(operator 'huizong audit --config nowhere.env --verify' || true)" 'nowhere.env'
done_testing
