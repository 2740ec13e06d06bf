/** Why no case need notice a change of what is paid, trained and promoted, in the words of the English handbook. */
export const reasonsOfPay: Readonly<Record<string, string>> = {
  '季度不会早于年初开始，也不会晚于年末结束': 'no quarter begins before its year or ends after it',
  所读的数值本来只对业务人员: 'what it reads is only for sellers anyway',
  评分卡本来不对销售总监: 'the scorecards are not for the director anyway',
  所读的数值本来只对没有离职的业务人员: 'what it reads is only for sellers who have not left anyway',
  '起始值只在 2025 年首季取用，2026 年首次结算时都是 0':
    'where it starts is read only in the first quarter of 2025, and the first settlement of 2026 begins at 0',
  '总监没有年终奖；列出是与第二条的底薪一致':
    'the director has no year-end bonus; the row is there as in Article 2',
  '没有离职后第 90 日的任职，本来没有入账日':
    'an assignment without a day 90 after the last day has no day to be paid on anyway',
  '2025-12-31 入职的，入职在制度施行以前':
    'who was hired on 2025-12-31 was hired before the policy is in force',
  销售总监不计学时: 'no hours are counted for the director',
  '学时到 0.1，与应完成比例不等的至少相差 0.02%':
    'hours have one place: a share that is not the required one is off by 0.02% or more',
  '自 1 月 1 日起，至次日与至再次日的整月数相同':
    'from 1 January the full months until the next day and the one after it are as many',
  '没有自 12 月 31 日起的季度': 'no quarter begins on 31 December',
  '没有应赔损失的，本来没有赔偿扣款': 'without a loss there is no deduction anyway',
}
