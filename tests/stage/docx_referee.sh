#!/bin/bash
# Random Word documents: huizong-extract against python-docx, and against LibreOffice Writer where it is installed; application forms that LibreOffice
# wrote anew are read as before.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

export PYTHONDONTWRITEBYTECODE=1
/usr/bin/python3 -c 'import docx' 2>/dev/null || skip_all "python-docx is not installed"
referee=$ROOT/tests/stage/docx_referee.py
mkdir "$WORK/random" "$WORK/forms" "$WORK/anew"

convert() {
    timeout 300 soffice "-env:UserInstallation=file://$WORK/profile" --headless --convert-to "$1" --outdir "$2" "${@:3}" \
        >>"$WORK/soffice.log" 2>&1 || true
}

extract() {
    "$BIN/huizong-extract" "$1" --findings "$WORK/findings" || true
}

for seed in 1 2 3 4 5 6 7 8; do
    /usr/bin/python3 "$referee" make "$WORK/random" $seed
done
/usr/bin/python3 "$ROOT/tests/stage/forms_docx/build.py" "$WORK/forms"
if command -v soffice >/dev/null; then
    convert "txt:Text (encoded):UTF8" "$WORK/random" "$WORK"/random/*.docx
    convert docx "$WORK/anew" "$WORK"/forms/*.docx
fi
check "paragraphs, cells and merged ranges are the same" /usr/bin/python3 "$referee" compare "$BIN/huizong-extract" "$WORK/random"
for path in "$WORK"/anew/*.docx; do
    [[ -e $path ]] || continue
    is "${path##*/} by LibreOffice" "$(extract "$path")" "$(extract "$WORK/forms/${path##*/}")"
done

done_testing
