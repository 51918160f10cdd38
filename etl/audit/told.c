#include "audit/told.h"

#include <inttypes.h>

#include "rows/messages.h"

static Text
render(const AuditProof *proof, bool rows, const Messages *messages, Arena *arena)
{
    MessageValues values = {.row = arena_printf(arena, "%" PRIu64, proof->sequence),
                            .raw = proof->fact,
                            .expected = proof->expected,
                            .read_as = proof->found,
                            .field = proof->title,
                            .sheet = proof->sheet};
    if (proof->fault != NULL)
        return messages_render(messages, text_of(proof->fault), &values, arena);
    values.read_as = arena_printf(arena, "%" PRIu64, proof->head.sequence);
    values.raw = text_of(proof->head.sha256);
    return messages_render(messages, text_of(rows ? "audit_sound" : "audit_sound_without_lists"), &values, arena);
}

bool
audit_tell(const AuditQuestion *question, Db *db, Arena *arena, bool *whole, Text *told, Err *err)
{
    Heads heads;
    AuditProof proof;
    if (question->heads != NULL && !heads_read(question->heads, arena, &heads, err))
        return false;
    Messages *messages = messages_open(arena_printf(arena, "%s/messages.json", question->schemas).ptr, err);
    if (messages == NULL)
        return false;
    bool ok = proof_make(db, text_of(question->cycle), question->heads == NULL ? NULL : &heads, question->rows, arena,
                         &proof, err);
    if (ok) {
        *whole = proof.fault == NULL;
        *told = render(&proof, question->rows, messages, arena);
    }
    messages_close(messages);
    return ok;
}
