/** Why no case need notice a change of the Chinese handbook, in the words of the English one. */
export const reasonsOfChanges: Readonly<Record<string, string>> = {
  '次日与次一工作日之间没有工作日，计得的工作日数相同':
    'no working day lies between the next day and the next working day, so that as many are counted',
  '清库一律由总经理与财务会签，其他各项要求的职级不会更高':
    'what is cleared needs the general manager and finance anyway, and nothing asks for more',
  '要么不须批准，要么由销售总监决定，本人的权限在区域经理以下都一样':
    'either nobody is asked or the director is: any limit of one’s own below that is the same',
  'S5 另有签约时限，到不了这一行': 'S5 has a time limit of its own, and this row is never met',
}
