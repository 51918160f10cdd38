/* Units of measure of the 申报书 and their exact conversion to the canonical unit of a field. */
#ifndef HUIZONG_TEXT_UNIT_H
#define HUIZONG_TEXT_UNIT_H

#include "base/arena.h"

/*
 * The factor, as decimal text in static storage, that turns a number written in `unit` into `canonical` ("亿元" to
 * "万元": "10000"); false where one is unknown or they do not measure the same thing. Known: 元 千元 万元 百万元 亿元; 台 套 台/套
 * 台（套） 个 种 次 人 户 家 条 项 款 份 张 本 册 with 万 and 亿 before; %, ％, ‰.
 * 个 stands for any counted thing but 次; otherwise 台/套, 户/家, 人, 种/条/项/款/份/张/本/册 and 次 do not measure the same thing.
 */
bool
unit_factor(Text unit, Text canonical, const char **factor);

/* As units are compared: half width, without blanks, 仟 佰 萬 億 as 千 百 万 亿; in `arena`. */
Text
unit_name(Text written, Arena *arena);

/* True for the units above, and for others that no form here asks for: 美元 欧元 港元 港币 日元 英镑 美金 吨 千克 公斤 公里 平方米 亩 度 千瓦时 小时. */
bool
unit_known(Text unit);

/* The unit without its magnitude, in static storage (万元: 元, 万台: 台): what "3,500万" without a unit is counted in.
 * TEXT_NONE where the unit is unknown. */
Text
unit_base(Text unit);

/* True where a unit, known here or not, says what figures of `canonical` are counted in: 千万元, 人民币元 and USD of money, 千台 of 台. An amount (三百万元) says nothing. */
bool
unit_concerns(Text unit, Text canonical);

/* The same of one of several (NULL-terminated). */
bool
unit_concerns_any(Text unit, const char *const *canonicals);

/* 人民币, RMB and CNY, which name the money and not what it is counted in; ended by NULL. */
extern const char *const unit_currency[];

/* True where what is said above figures of `canonical` may contradict their label: 万 alone is meant for money, and says nothing against 台; 人民币 is the label's money. */
bool
unit_contests(Text said, Text canonical);

#endif
