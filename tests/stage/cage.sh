#!/bin/bash
# The programs that read uploads, as they are built for use, are shut in by the time they look at one, and say it clearly where the kernel cannot.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

[[ -z ${HUIZONG_COVER:-} ]] || skip_all "programs with counters are not shut in"
export PYTHONDONTWRITEBYTECODE=1
list=$WORK/list.csv
/usr/bin/python3 "$ROOT/tests/bench/make_equipment.py" 20000 "$list"
"$BIN/huizong-extract" "$list" >"$WORK/raw" || true

# look_in COMMAND…: what /proc says of the program while it is in the middle of its work: it has taken a megabyte, or given a byte that is not fetched.
look_in() {
    /usr/bin/python3 - "$WORK/raw" "$@" <<'PYTHON'
import subprocess
import sys

def facts(pid):
    status = dict(line.split(":\t", 1) for line in open(f"/proc/{pid}/status").read().splitlines() if ":\t" in line)
    limits = {line[:26].strip(): line[26:].split()[1] for line in open(f"/proc/{pid}/limits").read().splitlines()[1:]}
    return (status["Seccomp"], status["NoNewPrivs"], limits["Max core file size"], limits["Max open files"],
            limits["Max address space"], limits["Max cpu time"])

raw, command = sys.argv[1], sys.argv[2:]
work = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
if "--file" in command or "huizong-extract" in command[0]:
    work.stdout.read(1)
else:
    work.stdin.write(open(raw, "rb").read(1024 * 1024))
    work.stdin.flush()
print(*facts(work.pid))
work.kill()
work.wait()
PYTHON
}

normalise=("$BIN/huizong-normalise" --cycle fujian-2023 --name 福州市/海丝云平台/工业设备清单.csv --findings "$WORK/findings")
shut_in="2 1 0 64 $(((1024 + 192) * 1024 * 1024)) 2400"
is "extract is shut in" "$(look_in "$BIN/huizong-extract" "$list")" "$shut_in"
is "normalise is, with raw rows" "$(look_in "${normalise[@]}")" "$shut_in"
is "and with a file" "$(look_in "${normalise[@]}" --file "$list" --file-findings "$WORK/raw_findings")" "$shut_in"
printf '{"strings_mib": 1000, "cpu_seconds": 7}' >"$WORK/limits.json"
is "its limits follow those of the office" "$(look_in "$BIN/huizong-extract" "$list" --limits "$WORK/limits.json")" \
    "2 1 0 64 $(((1024 + 1000) * 1024 * 1024)) 28"
is "one's own files can be read without" "$(HUIZONG_CAGE=off look_in "$BIN/huizong-extract" "$list" | cut -d ' ' -f 1)" 0

# The readers ask how long they take; what comes behind them does not, and is ended soon after. The machine's want of memory is none of the upload's.
printf '{"cpu_seconds": 1}' >"$WORK/limits.json"
/usr/bin/python3 - >"$WORK/broad.csv" <<'PYTHON'
print("推荐单位：三明市工业和信息化局\n序号,工业互联网平台名称,依托企业,联系人,联系方式（手机）")
for i in range(1, 900):
    print(f"{i},平台{i},三明{i}有限公司,甲样一,13800000001" + ",零一二" * 1500)
PYTHON
broad=("$BIN/huizong-normalise" --cycle fujian-2023 --name 三明市/汇总表.csv --findings "$WORK/findings" --file "$WORK/broad.csv"
    --file-findings "$WORK/raw_findings")
status_is "what takes longer than cpu_seconds behind the reader too is ended: 71" 71 "${broad[@]}" --limits "$WORK/limits.json"
status_is "and refused where that is said" 1 "${broad[@]}" --beyond
is "with its reason" "$("${broad[@]}" --beyond | tail -n 1) $(grep -c reading_beyond_bounds "$WORK/raw_findings")" $'\\#end\trefused\t0\treading_beyond_bounds 1'
/usr/bin/python3 - >"$WORK/labels.csv" <<'PYTHON'
labels = ["平台名称：", "统一社会信用代码：", "联系人：", "营业收入（万元）：", "工业APP数量：", "企业简介：", "注册用户数：", "推荐单位："]
for i in range(2900):
    print(",".join(labels[(i * 7 + j * j) % 8] for j in range(500)))
PYTHON
status_is "what takes more memory: 71" 71 "${broad[@]/broad.csv/labels.csv}"
status_is "without memory of the machine's: 74" 74 bash -c 'ulimit -v 100000; exec "$@"' without "${broad[@]}"

# A kernel without seccomp, for whatever COMMAND starts: a filter of our own answers that there is none.
without_seccomp() {
    /usr/bin/python3 - "$@" <<'PYTHON'
import ctypes
import os
import struct
import sys

LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, EINVAL = 0x7FFF0000, 0x00050016
SECCOMP, PRCTL, SET_SECCOMP, NO_NEW_PRIVS = (277, 167, 22, 38) if os.uname().machine == "aarch64" else (317, 157, 22, 38)
program = [(LOAD, 0, 0, 0), (EQUAL, 4, 0, SECCOMP), (EQUAL, 0, 2, PRCTL), (LOAD, 0, 0, 16), (EQUAL, 1, 0, SET_SECCOMP),
           (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, EINVAL)]
code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in program))
libc = ctypes.CDLL(None, use_errno=True)
filters = struct.pack("HxxxxxxP", len(program), ctypes.addressof(code))
assert libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0) == 0
assert libc.prctl(SET_SECCOMP, 2, ctypes.c_char_p(filters), 0, 0) == 0, ctypes.get_errno()
os.execv(sys.argv[1], sys.argv[1:])
PYTHON
}

status_is "without seccomp nothing is read" 78 without_seccomp "$BIN/huizong-extract" "$list"
like "and a line says why" "$(without_seccomp "$BIN/huizong-extract" "$list" 2>&1)" \
    '^huizong-extract: could not shut this program in .*the kernel gives no seccomp filter .*HUIZONG_CAGE=off'
check "one's own files are read all the same" env HUIZONG_CAGE=off "$BIN/huizong-extract" "$list"

# The converters of old workbooks are there, though they are files of their own: every code page, in a workbook of Excel 95.
/usr/bin/python3 "$ROOT/tests/stage/cage_pages.py" "$BIN/huizong-extract" "$WORK" >"$WORK/pages" 2>&1 || true
is "every code page of old workbooks is read" "$(<"$WORK/pages")" "36 read"

done_testing
