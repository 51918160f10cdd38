/* What a clerk's computer leaves in a shared folder beside the uploads: known by name and type alone. */
#ifndef HUIZONG_INTAKE_FOREIGN_H
#define HUIZONG_INTAKE_FOREIGN_H

#include "base/text.h"

#include <sys/types.h>

/* The code of messages.json why a file of that name and mode is left where it is, or NULL. */
const char *
foreign_reason(Text name, mode_t mode);

#endif
