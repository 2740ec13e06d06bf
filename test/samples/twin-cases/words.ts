/** What stands in the cases of the Chinese handbook only, and in no policy: the files, reasons to hold, what is accepted. */
export const files: readonly (readonly [string, string, string])[] = [
  ['价格与合同', 'prices-and-contracts', 'Prices and contracts'],
  ['奖金与发放', 'bonuses-and-payment', 'Bonuses and payment'],
  ['接受报酬改动', 'accepted-changes-of-pay', 'Accepted changes of pay'],
  ['接受', 'accepted', 'Accepted'],
  ['接受改动', 'accepted-changes', 'Accepted changes'],
  ['升级', 'escalations', 'Escalations'],
  ['取整', 'roundings', 'Roundings'],
  ['适用范围', 'whom-and-when', 'Whom and when'],
  ['例外与会签', 'exceptions-and-signatures', 'Exceptions and signatures'],
  ['客户与催收', 'customers-and-dunning', 'Customers and dunning'],
  ['取舍', 'larger-and-smaller', 'Larger and smaller'],
  ['接受取舍', 'accepted-larger-and-smaller', 'Accepted larger and smaller'],
  ['提成与考核', 'commission-and-appraisal', 'Commission and appraisal'],
  ['暂缓', 'held', 'Held'],
  ['期限', 'time-limits', 'Time limits'],
  ['考核', 'scorecards', 'Scorecards'],
  ['职责、客户与纪律', 'duties-customers-conduct', 'Duties, customers and conduct'],
  ['晋升与年终奖', 'promotion-and-annual-bonus', 'Promotion and the annual bonus'],
  ['补充', 'further', 'Further'],
  ['投诉与纪律', 'complaints-and-conduct', 'Complaints and conduct'],
  ['追回与年终', 'clawbacks-and-year-end', 'Clawbacks and the end of the year'],
  ['适用人员', 'whom-it-is-for', 'Whom it is for'],
  ['边界', 'edges', 'Edges'],
]

/** Part of what a held line says. */
export const held: Readonly<Record<string, string>> = {
  没有任何人: 'nobody who stands above',
  毛利率: 'margin',
  逾期天数: 'overdue_days',
  有多条客服结果: 'more than one ServiceResult',
  客服结果: 'ServiceResult',
  '早于 2025-01-01': 'before 2025-01-01',
  同时列入两份名单: 'both lists',
  '各期比例合计不是 100%': '100%',
  各期比例合计: '100%',
  两项例外同时适用: 'two exceptions',
  到期日: 'due',
  没有对应的报价: 'no Quote',
  有多条报价: 'more than one Quote',
  '除数为 0': 'the divisor is 0',
  没有对应的应发工资: 'PayableWage',
  有多条应发工资: 'more than one PayableWage',
  没有员工: 'no Person',
  没有报价明细: 'no QuoteLine',
  有多条往年结果: 'more than one PastResult',
  成交单价: 'unit_price',
}

/** Why no case need meet a point. */
export const reasons: Readonly<Record<string, string>> = {
  'P3 另有服务类首次回复，本条不适用；列出这一行，是使表格对各级别都有规定':
    'P3 has a time limit of its own; the row is there so that the table has one for each level',
  'S5 另有签约时限，本条不适用；列出这一行，是使表格对各阶段都有规定':
    'S5 has a time limit of its own; the row is there so that the table has one for each stage',
  '一季有 90 至 92 天，按天折算的金额不会恰好落在半分上':
    'a quarter has 90 to 92 days, and no share of it comes to exactly half a cent',
  '促销折扣只有 0%、10%、15%': 'a promotion takes off 0%, 10% or 15%',
  '到分的金额乘以 0.8%，不会恰好落在半分上': '0.8% of whole cents is never exactly half a cent',
  '到账金额和各项系数都不为负，合计也就不为负':
    'no receipt and no factor is negative, so that the sum is not',
  '制度自 2026-01-01 起施行，最多回看 4 个季度，不早于 2025 年':
    'the policy is in force from 2026-01-01 and looks back 4 quarters, not beyond 2025',
  '只计最近 4 个季度': 'only the last 4 quarters count',
  '只适用于交期、终止和数量，各有一行':
    'it is for delivery, termination and quantity alone, and each has a row',
  '得分由表给出，没有低于 0 分的': 'the score comes from a table and is never below 0',
  达标的人数不会超过在册的人数: 'no more people have their hours than are employed',
  只适用于有截止日的任职: 'only for assignments that have ended',
  只适用于有验收日的交付: 'only for deliveries that were accepted',
  '各人的奖额都是 150 元的整数倍，合计与 60,000 元至少相差 150 元':
    'each amount is a multiple of 150 CNY, and so the sum is 150 CNY off 60,000 at least',
  '季度末的年内月数只有 3、6、9、12': 'quarters end after 3, 6, 9 or 12 months of a year',
  '底薪乘以倍数是 1,000 元的整数倍，除以 12 只有整元或者三分之几元':
    'salary times factor is a multiple of 1,000 CNY, and a twelfth of it is whole or in thirds',
  '归本人计薪的部分只在离职后 90 日以内到账时才有，其他到账没有这一部分':
    'the part of a leaver exists only for receipts within 90 days of leaving',
  '月末就是入账日，误差说明都属 2026 年以后': 'the month ends on the day that counts, in 2026 or later',
  '权重到 0.0001%，团队的全年目标是 360 元的倍数，Q1 至少 64 元；年中划转之后，华北部 Q3 最近于 0 的是 11 元和 -83 元':
    'weights have four places, so that the target of a year is a multiple of 360 CNY and of Q1 64 CNY at least; after the change during the year Q3 of NC comes no nearer to 0 than 11 and -83 CNY',
  '次数自 0 起计，不会是负数': 'a count is never negative',
  '每项得分都不低于 0，总分也就不低于 0': 'no indicator scores below 0, so that the sum does not',
  '没有往年结果的季度不是有结果的季度，不取其完成率和得分':
    'a quarter without a result does not count, and its results are not taken',
  '没有调查时满意度一项不适用，权重归于完成率':
    'without a survey satisfaction does not apply, and its weight goes to attainment',
  '没有适用的明细时折扣为 0%，取最大折扣时必有明细；重审所看的缺少只影响批准情况':
    'without lines the discount is 0%; what a new approval looks at concerns only whether it was approved',
  '登记有几份就取几份，取时必有；离职日只在负责人已离职时取用；份额和归属的每一行都有员工':
    'as many shares are taken as there are; the day of leaving is read of those who have left; each share names a person',
  '等级代码只有 1、2、3': 'the code of a class is 1, 2 or 3',
  '考试次数自 1 起计': 'exams are counted from 1',
  计学月数不会是负数: 'a number of months is never negative',
  '超过 500,000 元的合同都须法务评审，到不了无须法务评审的这一行':
    'above 500,000 CNY every contract needs legal review, so that the row without it is not met',
  '退款追回以应发提成为限，预支至多收回其余的一半，扣减之后不会小于 0 元':
    'what is taken back is limited by what is due, the draw by half of the rest: nothing goes below 0',
  '预支每月 3,000 元，不会只差 1 元以内': 'a draw is 3,000 CNY a month, never within 1 CNY of 0',
}
