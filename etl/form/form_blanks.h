/* Several answers behind one label: 3,500、4,200万元; 2021年3,500万元，2022年4,200万元; 机械、汽车、电子. */
#ifndef HUIZONG_FORM_FORM_BLANKS_H
#define HUIZONG_FORM_FORM_BLANKS_H

#include "form/form_reader.h"

/* Splits a part among the fields that wait; false where it has not as many answers as there are fields. */
bool
form_blanks_answer(FormReader *reader, const FormCell *cell, FormPart part);

#endif
