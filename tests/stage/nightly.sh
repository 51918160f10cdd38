#!/bin/bash
# scripts/nightly with stages that only say what they were asked: order, locks, exit codes, what is said and what is not.
. "$(dirname "$0")/../lib.sh"

DATA=$WORK/data
OUTBOX=$WORK/outbox
STUBS=$WORK/bin
CALLS=$WORK/calls
mkdir -p "$STUBS" "$WORK/inbox" "$WORK/in box"

# stub NAME BODY: a stage that notes its call and then does BODY. It may have no environment at all.
stub() {
    printf '#!/bin/bash\necho "%s $*" >>%q\n%s\n' "$1" "$CALLS" "$2" >"$STUBS/huizong-$1"
    chmod +x "$STUBS/huizong-$1"
}

night_command=(env -i PATH=/usr/bin:/bin HUIZONG_BIN="$STUBS" HUIZONG_DATABASE='host=/nowhere password=secret'
    "$ROOT/scripts/nightly" --cycle fujian-2023 --inbox "$WORK/inbox" --outbox "$OUTBOX" --data "$DATA"
    --as-of 2023-06-09T02:30:00+08:00)

nightly() {
    "${night_command[@]}" "$@"
}

an_emptied_inbox() {
    local uploads=$OUTBOX/fujian-2023/one/uploads.csv
    all_well
    results
    printf '%s\n' cycle,file 'fujian-2023,福州市/a.csv' >"$uploads"
    like "an inbox without so much as a folder is told, where files came before" "$(nightly 2>&1)" "收件目录 $WORK/inbox 里什么也没有.*没有挂上"
    like "of whoever only takes what arrives too" "$(nightly --intake-only 2>&1)" "收件目录 $WORK/inbox 里什么也没有"
    mkdir "$WORK/inbox/福州市"
    is "a folder is enough to say nothing" "$(nightly 2>&1)" ''
    rmdir "$WORK/inbox/福州市"
    echo cycle,file >"$uploads"
    is "and before the first file" "$(nightly 2>&1)" ''
}

# An outbox is there.
results() {
    mkdir -p "$OUTBOX/fujian-2023/one"
    ln -sfn one "$OUTBOX/fujian-2023/current"
}

all_well() {
    rm -f "$CALLS"
    for name in setup intake enforce export normalise audit replay; do stub "$name" 'cat >/dev/null </dev/null'; done
    stub load 'case "$*" in *--pending*) printf "7\tinbox\tabcd\t福州市/a b.csv\n8\tregister\tef01\t本单位.csv\n" ;; *) cat >/dev/null ;; esac'
}

stages_in_order() {
    all_well
    results
    is "a quiet night says nothing" "$(nightly 2>&1)" ''
    is "the order of the stages" "$(grep -oE '^(setup|intake|load .*--pending|enforce|export|audit|replay)' "$CALLS" | sed 's/load .*--pending/pending/')" \
        $'setup\nintake\naudit\npending\nenforce\nexport\naudit\nreplay\naudit\nsetup'
    like "every pending file is read from the archive" "$(cat "$CALLS")" "--file $DATA/archive/ab/abcd --sha256 abcd --file-findings "
    like "an upload is read by its cycle's definitions and its own name" "$(cat "$CALLS")" \
        "normalise --schemas $ROOT/schemas --cycle fujian-2023 --name 福州市/a b.csv --findings "
    like "a register by the registers'" "$(cat "$CALLS")" "normalise --schemas $ROOT/schemas --registers --name 本单位.csv "
    like "both findings go to load" "$(cat "$CALLS")" 'load --cycle fujian-2023 --arrival 7 --as-of [^ ]* --findings [^ ]*raw --findings [^ ]*typed'
    is "one clock for all" "$(grep -o 'as-of .*' "$CALLS" | cut -d ' ' -f 2 | sort -u)" 2023-06-09T02:30:00+08:00
    is "old lists are pruned when all is told" "$(tail -n 1 "$CALLS")" \
        "setup --cycle fujian-2023 --prune --archive $DATA/archive --as-of 2023-06-09T02:30:00+08:00"
    refute "the work folder is gone" test -e "$DATA/work"
    all_well
    stub normalise 'env >>'"$WORK/environment"
    nightly
    refute "what touches strange bytes knows no login" grep -q secret "$WORK/environment"
}

# Whether there is news is export's to say (tests/night/news.sh): it is asked for a line in any case only where a night was killed before it told.
says_what_export_says() {
    all_well
    results
    stub export 'case "$*" in *--summary*) echo 福建：需处理 2 项 ;; esac'
    is "a night without news is silent" "$(nightly 2>&1)" ''
    is "but with --verbose that is said" "$(nightly --verbose 2>/dev/null)" 'fujian-2023：与上次相比没有新情况。'
    stub export 'echo 福建：需处理 1 项'
    is "news is export's line" "$(nightly 2>&1)" '福建：需处理 1 项'
    stub export 'kill -KILL $PPID'
    nightly >"$WORK/killed.log" 2>&1 || true
    stub export 'case "$*" in *--summary*) echo 福建：需处理 2 项 ;; esac'
    is "after a night that was killed before it told, the next one tells" "$(nightly --wait 10 2>&1)" '福建：需处理 2 项'
    is "once" "$(nightly 2>&1)" ''
}

one_bad_file_does_not_stop_the_night() {
    all_well
    stub normalise 'case "$*" in *abcd*) exit 70 ;; esac; exit 1'
    local said status=0
    said=$(nightly 2>&1) || status=$?
    is "a file that could not be read makes the night fail" "$status" 70
    like "it is named" "$said" '未能读入：福州市/a b.csv（normalise=70）'
    check "the other file was loaded" grep -q 'load .*--arrival 8' "$CALLS"
    check "and the night went on to its end" grep -q '^export' "$CALLS"
    all_well
    stub normalise 'kill -SEGV $$'
    said=$(nightly 2>&1) || status=$?
    like "a crash is named too" "$said" '本单位.csv（normalise=139）'
}

# The same bytes would take as much again tomorrow.
what_takes_too_much_is_refused() {
    all_well
    stub normalise 'case "$*" in *--beyond*) exit 1 ;; *abcd*) exit 71 ;; esac; exit 0'
    status_is "an upload that a reader ran out of its bounds with: findings" 1 nightly
    is "is refused in a second reading, it alone" "$(grep -oE '(--name|--beyond).*' "$CALLS" | grep -oE '/a b.csv|本单位.csv|--beyond' | sort)" \
        $'--beyond\n/a b.csv\n/a b.csv\n本单位.csv'
    like "and not named as one that waits" "$(nightly 2>&1; echo .)" '^\.$'
}

# What only the keeper of the disk can put right.
lost_originals_are_told() {
    all_well
    results
    nightly
    stub intake 'echo 福州市/甲.csv; for i in {1..30}; do echo "厦门市/$i.csv"; done'
    local said
    said=$(nightly 2>&1)
    like "what came back from the inbox is told" "$said" '^fujian-2023：归档中的原件.*补齐：福州市/甲.csv。'
    is "a long list is cut" "$(wc -l <<<"$said") $(tail -n 1 <<<"$said")" '21 fujian-2023：这样补齐的另有11件，见日志。'
    all_well
    stub export 'echo 归档中的文件不见了; exit 1'
    is "an original that export misses is told" "$(nightly 2>&1)" 归档中的文件不见了
    is "each night, though nothing else changes" "$(nightly 2>&1)" 归档中的文件不见了
    status_is "as a finding" 1 nightly
    all_well
    mkdir -p "$DATA/archive/ab"
    echo 改过 >"$DATA/archive/ab/abcd"
    stub normalise 'case "$*" in *abcd*) exit 65 ;; esac; exit 0'
    like "one with other bytes is said to have them" "$(nightly 2>&1)" '未能读入：福州市/a b.csv（normalise=65）：归档中的原件已损坏或被改动'
    rm "$DATA/archive/ab/abcd"
    like "one that is gone, to be gone" "$(nightly 2>&1)" '未能读入：福州市/a b.csv（normalise=65）：归档中的原件不见了'
}

exit_codes() {
    all_well
    status_is "a quiet night: 0" 0 nightly
    stub normalise 'cat >/dev/null; exit 1'
    status_is "findings: 1" 1 nightly
    all_well
    stub enforce 'exit 69'
    status_is "no database: 69" 69 nightly
    like "and a line in Chinese" "$(nightly 2>&1 | tail -n 1)" '^fujian-2023：本次运行在“enforce”中断（退出码 69）'
    stub enforce 'echo of this night >&2; exit 69'
    is "the log's last lines go along, of this night alone" "$(nightly 2>&1 | head -n -1)" 'of this night'
    stub enforce 'echo of the next >&2; exit 69'
    is "not those of the one before" "$(nightly 2>&1 | head -n -1)" 'of the next'
    rm "$STUBS/huizong-enforce"
    status_is "a missing program: 70" 70 nightly
    all_well
    status_is "an unknown option: 64" 64 nightly --fly high
    status_is "a wait that is no number: 64" 64 nightly --wait 1h
    status_is "no inbox: 64" 64 env -i PATH=/usr/bin:/bin HUIZONG_BIN="$STUBS" "$ROOT/scripts/nightly" --cycle c --data "$DATA" --outbox o
    : >"$WORK/a file"
    status_is "a data folder that cannot be made: 73" 73 nightly --data "$WORK/a file/data"
    status_is "one that is none: 73" 73 nightly --data "$WORK/a file"
    mkdir "$DATA/.untold.fujian-2023"
    status_is "a command of its own that fails is no finding: 74" 74 nightly
    rmdir "$DATA/.untold.fujian-2023"
    status_is "an unreadable config: 78" 78 nightly --config "$WORK/nowhere.env"
}

folders_that_are_not_there() {
    all_well
    status_is "an inbox that is not there: 66" 66 nightly --inbox "$WORK/not mounted"
    like "in words a clerk can act on" "$(nightly --inbox "$WORK/not mounted" 2>&1)" "：收件目录 $WORK/not mounted 不存在或无权读取.*没有收件.*挂上"
    status_is "registers that are not there: 66" 66 nightly --registers "$WORK/nowhere"
    like "which is told as well" "$(nightly --registers "$WORK/nowhere" 2>&1)" "：登记簿文件夹 $WORK/nowhere 不存在"
    refute "and nothing is begun" test -e "$CALLS"
}

settings_from_a_file() {
    all_well
    printf '# a comment\nHUIZONG_CYCLE=guangzhou-2022\nHUIZONG_INBOX=%s\n' "$WORK/in box" >"$WORK/cycle.env"
    mkdir -p "$OUTBOX/guangzhou-2022"
    cp -r "$OUTBOX/fujian-2023/." "$OUTBOX/guangzhou-2022"
    status_is "a config file gives what the command line does not" 0 env -i PATH=/usr/bin:/bin HUIZONG_BIN="$STUBS" \
        HUIZONG_DATABASE=host=/nowhere "$ROOT/scripts/nightly" --config "$WORK/cycle.env" --outbox "$OUTBOX" --data "$DATA"
    like "also with a blank" "$(cat "$CALLS")" "intake --cycle guangzhou-2022 --inbox $WORK/in box --archive"
    echo 'PATH=/evil' >>"$WORK/cycle.env"
    status_is "and nothing but our settings" 78 nightly --config "$WORK/cycle.env"
    echo 'HUIZONG_OUTBOX =x' >"$WORK/cycle.env"
    status_is "nor a name that is none" 78 nightly --config "$WORK/cycle.env"
    local slip
    for slip in 'HUIZONG_REGISTER=/srv/registers' "HUIZONG_DATA=$DATA " 'HUIZONG_DATA="/srv/data"' $'HUIZONG_DATA=/srv/data\r'; do
        printf '# a comment\n%s\n' "$slip" >"$WORK/cycle.env"
        status_is "nor a slip: $(tr '\r' '^' <<<"$slip")" 78 nightly --config "$WORK/cycle.env"
    done
    is "whose place is told" "$(nightly --config <(printf '\nHUIZONG_REGISTER=x\n') 2>&1 | sed 's/^.*：第/第/')" '第2行的设置“HUIZONG_REGISTER”不存在，请核对拼写'
}

# Whoever starts it may have closed its streams.
poor_callers() {
    all_well
    status_is "closed streams" 0 bash -c 'exec 0<&- 1>&- 2>&-; exec "$@"' closed "${night_command[@]}"
    check "and all is done" test -e "$CALLS"
    status_is "a program's closed standard output is no place for data: 74" 74 bash -c 'exec "$1" --help >&- 2>&-' closed "$BIN/huizong-extract"
}

# Its files would be root's.
root_among_others() {
    [[ $EUID -eq 0 ]] || return 0
    all_well
    chown nobody: "$DATA"
    status_is "root does not work in another user's data: 73" 73 nightly
    refute "and does nothing" test -e "$CALLS"
    like "but says who should" "$(nightly 2>&1)" '属于用户nobody.*runuser -u nobody -- nightly'
    chown root: "$DATA"
}

intake_alone() {
    all_well
    status_is "--intake-only" 0 nightly --intake-only
    is "ends after intake" "$(cut -d ' ' -f 1 "$CALLS")" $'setup\nintake'
}

# The first night stands in its intake until the FIFO is written to.
one_at_a_time() {
    all_well
    mkfifo "$WORK/begun" "$WORK/go"
    stub intake "echo >$WORK/begun; read <$WORK/go"
    nightly &
    local first=$!
    read -r <"$WORK/begun"
    status_is "a second night of the same data folder: 75" 75 nightly
    status_is "the other cycle's too" 75 nightly --cycle guangzhou-2022
    echo >"$WORK/go"
    local status=0
    wait "$first" || status=$?
    is "the first is not disturbed" "$status" 0
}

# clock FIELD: that of intake's options, in seconds.
clock() {
    date -d "$(grep -oP "^intake .*$1 \K[^ ]*" "$CALLS")" +%s
}

# Behind the lock, or an upload that came while it waited would have come before the run.
the_clock_is_read_when_the_work_begins() {
    local now=("${night_command[@]:0:${#night_command[@]}-2}") begun
    all_well
    exec 9>"$DATA/.nightly.lock"
    flock 9
    "${now[@]}" --wait 60 9>&- &
    local night=$!
    until [[ $(ps -o comm= --ppid "$night") == flock ]]; do :; done
    begun=$(date +%s)
    until [[ $(date +%s) -gt $((begun + 1)) ]]; do :; done
    exec 9>&-
    wait "$night" || true
    check "a run that waited has the clock of its work" test "$(clock --as-of)" -gt $((begun + 1))
    is "and leaves what changes later to the next" "$(clock --changed-until)" "$(clock --as-of)"
    all_well
    nightly
    is "a clock of the past has seen all that is there" "$(grep -c changed-until "$CALLS")" 0
    status_is "one of the future would lock the cycle: 64" 64 "${now[@]}" --as-of 2093-06-09T02:30:00+08:00
}

a_log_that_cannot_be_written() {
    all_well
    mv "$DATA/log/fujian-2023.log" "$WORK/old.log"
    ln -s /dev/full "$DATA/log/fujian-2023.log"
    status_is "a full disc under the log: 74" 74 nightly
    like "and a line in Chinese" "$(nightly 2>&1 | tail -n 1)" '^fujian-2023：本次运行在“log”中断（退出码 74）'
    rm "$DATA/log/fujian-2023.log"
    truncate -s 10000001 "$DATA/log/fujian-2023.log"
    mkdir -p "$DATA/log/fujian-2023.log.1/fujian-2023.log"
    status_is "an old log that cannot be moved: 73" 73 nightly
    rm -r "$DATA/log/fujian-2023.log.1"
    mv "$WORK/old.log" "$DATA/log/fujian-2023.log"
}

# normalise tells its pid and then waits for ever.
workers_die_with_the_night() {
    all_well
    mkfifo "$WORK/worker"
    stub normalise "echo \$\$ >$WORK/worker; exec tail -f /dev/null"
    # not by the function, whose shell would be killed in the night's place
    "${night_command[@]}" --verbose >"$WORK/killed.log" 2>&1 &
    local night=$! one two
    exec 6<>"$WORK/worker"
    read -rt 20 one <&6
    read -rt 20 two <&6
    exec 6>&-
    kill -KILL "$night"
    wait "$night" || true
    check "the night is killed: its first worker ends" timeout 20 tail -f /dev/null --pid="$one"
    check "and its second" timeout 20 tail -f /dev/null --pid="$two"
    all_well
    status_is "the lock went with them" 0 nightly --wait 10
}

current_is_a_folder() {
    all_well
    results
    rm "$OUTBOX/fujian-2023/current"
    mkdir "$OUTBOX/fujian-2023/current"
    status_is "an outbox whose current is a folder" 73 nightly
    is "is told in one sentence, with what to do" "$(nightly 2>&1)" "fujian-2023：$OUTBOX/fujian-2023/current 成了文件夹，应当是指向最新结果的链接（多半是发件目录被会跟随链接的工具复制过），\
本次已收件、裁定，但结果没有放出；请把这个文件夹改名或移走（各次结果都在旁边以时间命名的文件夹里），再运行一次。"
    is "when all has been taken and ruled" "$(tail -n 1 "$CALLS" | cut -d ' ' -f 1)" enforce
    mv "$OUTBOX/fujian-2023/current" "$OUTBOX/fujian-2023/current.old"
    results
    is "and goes on as soon as it is gone" "$(nightly 2>&1)" ''
}

busy_cycle_is_tried_again() {
    all_well
    stub enforce "[[ -e $WORK/tried ]] && exit 0; touch $WORK/tried; exit 75"
    status_is "a cycle that a dying session holds is tried again" 0 nightly
    is "twice in all" "$(grep -c ^enforce "$CALLS")" 2
}

pruned_lists_come_back() {
    all_well
    stub enforce "[[ -e $WORK/tried ]] && exit 0; touch $WORK/tried; printf '9\tinbox\tabcd\tx.csv\n'; exit 66"
    status_is "lists that count again and were pruned: the night goes on" 0 nightly
    is "once they are back" "$(grep -oE '^(enforce|export|load .*--rebuild 9)' "$CALLS" | sed 's/load .*/load/')" \
        $'enforce\nload\nenforce\nexport'
    rm "$WORK/tried"
    stub normalise 'case "$*" in *x.csv*) exit 65 ;; esac'
    status_is "one that does not come back ends it" 70 nightly
    is "before anything is ruled" "$(grep -cE '^(enforce|export)' "$CALLS")" 4
    rm "$WORK/tried"
    stub normalise 'case "$*" in *x.csv* | *本单位.csv*) exit 65 ;; esac'
    is "and what else was not read is named with it" "$(nightly 2>&1 | grep -oE '^未能读入：[^（]*' | sort)" $'未能读入：x.csv\n未能读入：本单位.csv'
    rm "$WORK/tried" "$CALLS"
    stub normalise 'case "$*" in *本单位.csv*) exit 65 ;; esac'
    like "where they come back, an upload that cannot be read stops nothing else" "$(nightly 2>&1)" '^未能读入：本单位.csv'
    is "all is ruled and put out" "$(grep -oE '^(enforce|export|replay)' "$CALLS")" $'enforce\nenforce\nexport\nreplay'
    rm "$WORK/tried"
    stub enforce 'exit 66'
    status_is "any other 66 is what it is" 66 nightly
}

stages_in_order
pruned_lists_come_back
says_what_export_says
one_bad_file_does_not_stop_the_night
what_takes_too_much_is_refused
lost_originals_are_told
an_emptied_inbox
exit_codes
folders_that_are_not_there
settings_from_a_file
poor_callers
root_among_others
intake_alone
one_at_a_time
workers_die_with_the_night
busy_cycle_is_tried_again
current_is_a_folder
the_clock_is_read_when_the_work_begins
a_log_that_cannot_be_written
done_testing
