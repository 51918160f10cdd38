/*
 * libcrypto's plain functions: what stands in their place since 3.0 looks for a provider first, and where memory is gone meanwhile it ends by
 * SIGSEGV. These need none.
 */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "base/hash.h"

#include "base/arena.h"
#include "base/file.h"

#include <fcntl.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { DIGEST_BYTES = 32, PIECE = 64 * 1024 };

struct Hash {
    SHA256_CTX context;
};

Hash *
hash_new(void)
{
    Hash *hash = mem_alloc(sizeof *hash);

    SHA256_Init(&hash->context);
    return hash;
}

void
hash_add(Hash *hash, const void *bytes, size_t len)
{
    SHA256_Update(&hash->context, bytes, len);
}

void
hash_end(Hash *hash, char out[HASH_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[DIGEST_BYTES];

    SHA256_Final(digest, &hash->context);
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 0x0F];
    }
    out[HASH_HEX] = '\0';
    mem_free(hash);
}

void
hash_of(Text bytes, char out[HASH_HEX + 1])
{
    Hash *hash = hash_new();

    hash_add(hash, bytes.ptr, bytes.len);
    hash_end(hash, out);
}

static bool
add_all(Hash *hash, int fd, const char *path, Err *err)
{
    char piece[PIECE];

    for (;;) {
        ssize_t got = file_read_some(fd, piece, sizeof piece);

        if (got < 0)
            return err_set(err, ERR_IO, "could not read file \"%s\": %m", path);
        if (got == 0)
            return true;
        hash_add(hash, piece, (size_t)got);
    }
}

bool
hash_open(int fd, const char *path, char out[HASH_HEX + 1], Err *err)
{
    Hash *hash = hash_new();
    bool ok = add_all(hash, fd, path, err);

    hash_end(hash, out);
    return ok;
}

bool
hash_file(const char *path, char out[HASH_HEX + 1], Err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok;

    if (fd < 0)
        return err_set(err, ERR_NO_INPUT, "could not open file \"%s\": %m", path);
    ok = hash_open(fd, path, out, err);
    close(fd);
    return ok;
}
