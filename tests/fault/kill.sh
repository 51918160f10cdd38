#!/bin/bash
# A night killed with SIGKILL in any stage and run again gives the same bytes as an undisturbed one: while a stage runs; before and after it too where N is
# 400 or more, else for those that write most.
. "$(dirname "$0")/../lib.sh"
. "$ROOT/tests/fault/kit/world.sh"
. "$ROOT/tests/fault/kit/programs.sh"

# spring STAGE MOMENT PLACE: at its first call that program kills the night, before, while or after it runs.
# The pid that it kills is nightly's own: the stage's parent or, within a worker, an ancestor.
spring() {
    real_programs "$3/programs"
    stub "$1" "$3/programs" <<STUB
mkdir "$3/sprung" 2>/dev/null || exec "\$real" "\$@"
kill_night() { kill -KILL "\$(<"$3/night")"; }
case $2 in
before) kill_night ;;
while) setpriv --pdeathsig KILL "\$real" "\$@" & kill_night ;;
after) "\$real" "\$@"; kill_night ;;
esac
wait
STUB
}

survives() {
    local stage=$1 moment=$2 name=${1}_$2 status=0 place
    place=$WORK/$name
    begin "$place" "$name" "$(state_before "$stage")"
    spring "$stage" "$moment" "$place"
    # shellcheck disable=SC2016
    night "$place" "$name" bash -c 'echo $$ >"$0"; exec "$@"' "$place/night" 2>/dev/null || status=$?
    is "$stage: the night is killed $moment it runs" "$status" 137
    is "$stage, $moment: no outbox is half" "$(half_outbox "$place")" ''
    is "$stage, $moment: the next one comes to what an undisturbed one does" "$(recovered "$place" "$name")" ''
    forget "$place" "$name"
}

world
undisturbed
read_night
for stage in setup intake normalise load enforce export audit replay; do
    moments=(while)
    if [[ ${N:-0} == all || ${N:-0} -ge 400 || $stage == load || $stage == export ]]; then moments=(before while after); fi
    for moment in "${moments[@]}"; do
        survives "$stage" "$moment"
    done
done
done_testing
