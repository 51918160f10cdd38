/* What a text below a header may be instead of an entry. All take the text folded (text/fold). */
#ifndef HUIZONG_TABLE_BODYWORD_H
#define HUIZONG_TABLE_BODYWORD_H

#include "base/text.h"

/* 说明, 注1, 备注：, 填表须知. */
bool
bodyword_is_note(Text folded);

/* 填表人：…, 审核：…, 推荐意见：…, or a stamp's word. */
bool
bodyword_is_signature(Text folded);

/* A date to sign by: 2023年6月1日, 2023.6.1, 二〇二三年六月一日, 年 月 日. */
bool
bodyword_is_date(Text folded);

/* 合计, 共2个; a text that stands `alone` may go on in words: 共计推荐两个平台. */
bool
bodyword_is_total(Text folded, bool alone);

/* 本页小计, 福州市合计, 总计（16家）: a sum over rows, wherever it stands in its row; `among_figures`, with no other words, whatever stands before the word: 产量累计, and 汇总, 平均, Total alone. */
bool
bodyword_sums_up(Text folded, bool among_figures);

/* 例, 示例：, （填写示例）; where it must be the `whole` text, 示例 alone. */
bool
bodyword_is_sample(Text folded, bool whole);

/* XX平台, 某某公司: a name that is left open. */
bool
bodyword_is_blank_name(Text folded);

/* 本单位无推荐项目: a zero report in words. */
bool
bodyword_states_nothing(Text folded);

/* 略, 详见附件: what is asked for stands elsewhere. */
bool
bodyword_refers_elsewhere(Text folded);

/* 第1页共2页, 以下空白: of the paper, not of the table. */
bool
bodyword_is_furniture(Text folded);

/* （必填，全称）, 必填: how to fill in the column. */
bool
bodyword_is_hint(Text folded);

#endif
