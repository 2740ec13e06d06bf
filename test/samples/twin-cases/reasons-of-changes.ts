/** Why no case need notice a change of the Chinese handbook, in the words of the English one. */
export const reasonsOfChanges: Readonly<Record<string, string>> = {
  '0.01 元的 1% 舍去以后还是 0 元': '1% of a cent rounds down to nothing all the same',
  '2,000 元由 128 人以上均分才可能恰好落在半分上':
    '2,000 CNY comes to exactly half a cent only among 128 people or more',
  '参评的总有一人名次为 1': 'of those who are ranked one is always first',
  '完成率本来只对有季度目标的业务人员，没有完成率就没有总分':
    'attainment is only for sellers with a quota, and without it there is no total',
  '团队目标是整元，不会在 0 元与 0.01 元之间': 'targets of teams are whole CNY: none lies between 0 and 0.01',
  '恰在月末离职的，在册天数是全月，两种算法得数相同':
    'who leaves on the last day was there all month, and both ways come to the same',
  '恰好等于预算时，按预计分配就是各人的预计': 'at exactly the budget the shares are what was expected',
  '恰为 85 分时，两个算式都得 80 分': 'at exactly 85 both sides come to 80',
  '扣分不会是负数，行为得分到不了 100 以上':
    'points are never negative, so that conduct never scores above 100',
  爬坡后月目标本来只对业务人员: 'the ramped quota of a month is only for sellers',
  '争星完成率本来只对总分 95 分以上的，没有它就没有名次':
    'who has a total under 95 has no attainment for the star, and without it no place',
  评分卡本来只对有季度目标的业务人员: 'the scorecard is only for sellers with a quota',
  '达标率不会超过 100%': 'no more than 100% can be trained',
  '销售总监的系数由总经理评定，绩效工资不由程序计算':
    'the director is rated by the general manager, and the pay of that is not worked out here',
  '次日与次一工作日之间没有工作日，计得的工作日数相同':
    'no working day lies between the next day and the next working day, so that as many are counted',
  '清库一律由总经理与财务会签，其他各项要求的职级不会更高':
    'what is cleared needs the general manager and finance anyway, and nothing asks for more',
  'S5 另有签约时限，到不了这一行': 'S5 has a time limit of its own, and this row is never met',
}
