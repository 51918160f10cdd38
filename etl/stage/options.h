/* The options that stages share, worded once. Each takes the address of the `const char *` that gets the value. */
#ifndef HUIZONG_STAGE_OPTIONS_H
#define HUIZONG_STAGE_OPTIONS_H

#include "base/prog.h"
#include "db/conninfo.h"
#include "db/db.h"

#define OPTION_DATABASE(address)                                                                                       \
    {                                                                                                                  \
        .name = "database", .value_name = "CONNINFO", .help = "any connection string of libpq", .value = (address),    \
        .env = "HUIZONG_DATABASE", .on_line = conninfo_on_line                                                         \
    }

#define OPTION_SCHEMAS(address)                                                                                        \
    {                                                                                                                  \
        .name = "schemas", .value_name = "DIR", .help = "the cycles' folders and messages.json", .value = (address),   \
        .env = "HUIZONG_SCHEMAS", .required = true                                                                     \
    }

#define OPTION_CYCLE(address)                                                                                          \
    {                                                                                                                  \
        .name = "cycle", .value_name = "CYCLE", .help = "the cycle, for instance fujian-2023", .value = (address),     \
        .required = true                                                                                               \
    }

#define OPTION_AS_OF(address)                                                                                          \
    {                                                                                                                  \
        .name = "as-of", .value_name = "TIME", .help = "the run's clock (default: now)", .value = (address)            \
    }

#define OPTION_COUNT(options) (sizeof(options) / sizeof(*(options)))

#endif
