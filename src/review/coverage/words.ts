import type { Words } from '../../base/language.ts'

/** A point as a name (what a case is about) and as a sentence (what no case is about). */
export type PointWords = { readonly name: Words; readonly missing: Words }

function worded(
  [en, hans, hant]: readonly [string, string, string],
  [enMissing, hansMissing, hantMissing]: readonly [string, string, string],
): PointWords {
  return {
    name: { en, 'zh-Hans': hans, 'zh-Hant': hant },
    missing: { en: enMissing, 'zh-Hans': hansMissing, 'zh-Hant': hantMissing },
  }
}

/** `{line}` is where it stands; the others are the point's own. */
export const pointWords = {
  row: worded(
    ['row {row} of {table}', '{table}第 {row} 行', '{table}第 {row} 列'],
    ['row {row} of {table} is never hit', '{table}第 {row} 行从未用到', '{table}第 {row} 列從未用到'],
  ),
  otherwise: worded(
    ['otherwise of {table}', '{table}的“其他”行', '{table}的「其他」列'],
    ['`otherwise` of {table} is never hit', '{table}的“其他”行从未用到', '{table}的「其他」列從未用到'],
  ),
  tier: worded(
    ['tier {tier}', '第 {tier} 档', '第 {tier} 級'],
    ['no case reaches tier {tier}', '没有案例落在第 {tier} 档', '沒有案例落在第 {tier} 級'],
  ),
  tierFrom: worded(
    ['tier {tier}, from {from}', '第 {tier} 档（自 {from}）', '第 {tier} 級（自 {from}）'],
    [
      'no case reaches tier {tier}, from {from}',
      '没有案例落在第 {tier} 档（自 {from}）',
      '沒有案例落在第 {tier} 級（自 {from}）',
    ],
  ),
  tierOver: worded(
    ['tier {tier}, over {from}', '第 {tier} 档（超过 {from}）', '第 {tier} 級（超過 {from}）'],
    [
      'no case reaches tier {tier}, over {from}',
      '没有案例落在第 {tier} 档（超过 {from}）',
      '沒有案例落在第 {tier} 級（超過 {from}）',
    ],
  ),
  boundaryBelow: worded(
    ['{of} just below {bound}', '{of}略低于 {bound}', '{of}略低於 {bound}'],
    ['no case has {of} just below {bound}', '没有案例的{of}略低于 {bound}', '沒有案例的{of}略低於 {bound}'],
  ),
  boundaryAt: worded(
    ['{of} exactly at {bound}', '{of}恰为 {bound}', '{of}恰為 {bound}'],
    ['no case has {of} exactly at {bound}', '没有案例的{of}恰为 {bound}', '沒有案例的{of}恰為 {bound}'],
  ),
  boundaryAbove: worded(
    ['{of} just above {bound}', '{of}略高于 {bound}', '{of}略高於 {bound}'],
    ['no case has {of} just above {bound}', '没有案例的{of}略高于 {bound}', '沒有案例的{of}略高於 {bound}'],
  ),
  sidesBelow: worded(
    ['`{text}`, the first smaller', '“{text}”前者较小', '「{text}」前者較小'],
    [
      'no case has the first smaller in `{text}`',
      '没有案例在“{text}”中前者较小',
      '沒有案例在「{text}」中前者較小',
    ],
  ),
  sidesAt: worded(
    ['`{text}`, both equal', '“{text}”两者相等', '「{text}」兩者相等'],
    ['no case has both equal in `{text}`', '没有案例在“{text}”中两者相等', '沒有案例在「{text}」中兩者相等'],
  ),
  sidesAbove: worded(
    ['`{text}`, the first larger', '“{text}”前者较大', '「{text}」前者較大'],
    [
      'no case has the first larger in `{text}`',
      '没有案例在“{text}”中前者较大',
      '沒有案例在「{text}」中前者較大',
    ],
  ),
  gateMet: worded(
    ['gate met', '达到门槛', '達到門檻'],
    ['no case meets the gate', '没有案例达到门槛', '沒有案例達到門檻'],
  ),
  gateNotMet: worded(
    ['gate not met', '未达到门槛', '未達到門檻'],
    ['no case fails the gate', '没有案例未达到门槛', '沒有案例未達到門檻'],
  ),
  whenMet: worded(
    ['step applies: `{text}`', '步骤适用：“{text}”', '步驟適用：「{text}」'],
    [
      'no case in which the step applies: `{text}`',
      '没有案例适用这一步：“{text}”',
      '沒有案例適用這一步：「{text}」',
    ],
  ),
  whenNotMet: worded(
    ['step does not apply: `{text}`', '步骤不适用：“{text}”', '步驟不適用：「{text}」'],
    [
      'no case in which the step does not apply: `{text}`',
      '没有案例不适用这一步：“{text}”',
      '沒有案例不適用這一步：「{text}」',
    ],
  ),
  whereMet: worded(
    ['a row counts: `{text}`', '计入的数据行：“{text}”', '計入的資料列：「{text}」'],
    ['no row counts where `{text}`', '没有数据行因“{text}”计入', '沒有資料列因「{text}」計入'],
  ),
  whereNotMet: worded(
    ['a row is left out: `{text}`', '不计入的数据行：“{text}”', '不計入的資料列：「{text}」'],
    [
      'no row is left out because `{text}` does not hold',
      '没有数据行因不满足“{text}”而不计入',
      '沒有資料列因不滿足「{text}」而不計入',
    ],
  ),
  testMet: worded(
    ['`{text}` holds', '“{text}”成立', '「{text}」成立'],
    ['no case in which `{text}` holds', '没有案例使“{text}”成立', '沒有案例使「{text}」成立'],
  ),
  testNotMet: worded(
    ['`{text}` does not hold', '“{text}”不成立', '「{text}」不成立'],
    ['no case in which `{text}` does not hold', '没有案例使“{text}”不成立', '沒有案例使「{text}」不成立'],
  ),
  ifMet: worded(
    ['`then`: `{text}`', '“{text}”成立的一支', '「{text}」成立的一支'],
    [
      'no case takes the `then` of `if {text}`',
      '没有案例走到“{text}”成立的一支',
      '沒有案例走到「{text}」成立的一支',
    ],
  ),
  ifNotMet: worded(
    ['`else`: not `{text}`', '“{text}”不成立的一支', '「{text}」不成立的一支'],
    [
      'no case takes the `else` of `if {text}`',
      '没有案例走到“{text}”不成立的一支',
      '沒有案例走到「{text}」不成立的一支',
    ],
  ),
  defaultUsed: worded(
    ['missing in `{text}`', '“{text}”中缺少数据', '「{text}」中缺少資料'],
    [
      'no case leaves it missing in `{text}`',
      '没有案例在“{text}”中缺少数据',
      '沒有案例在「{text}」中缺少資料',
    ],
  ),
  defaultUnused: worded(
    ['given in `{text}`', '“{text}”中有数据', '「{text}」中有資料'],
    [
      'no case gives it a value in `{text}`',
      '没有案例在“{text}”中给出数据',
      '沒有案例在「{text}」中給出資料',
    ],
  ),
  capBinds: worded(
    ['cap reached', '超过封顶', '超過封頂'],
    ['no case is cut off by the cap', '没有案例被封顶截去', '沒有案例被封頂截去'],
  ),
  capIdle: worded(
    ['below the cap', '未达封顶', '未達封頂'],
    ['no case stays within the cap', '没有案例未达封顶', '沒有案例未達封頂'],
  ),
  floorBinds: worded(
    ['raised to the floor', '补足保底', '補足保底'],
    ['no case is raised to the floor', '没有案例被补到保底', '沒有案例被補到保底'],
  ),
  floorIdle: worded(
    ['above the floor', '高于保底', '高於保底'],
    ['no case stays above the floor', '没有案例高于保底', '沒有案例高於保底'],
  ),
  lawBinds: worded(
    ['limited by law', '受法定限额限制', '受法定限額限制'],
    ['no case is limited by law', '没有案例受法定限额限制', '沒有案例受法定限額限制'],
  ),
  lawIdle: worded(
    ['within the limit of the law', '未达法定限额', '未達法定限額'],
    ['no case stays within the limit of the law', '没有案例未达法定限额', '沒有案例未達法定限額'],
  ),
  rounds: worded(
    ['rounding changes the amount', '取整改变金额', '取整改變金額'],
    [
      'no case has an amount that rounding changes',
      '没有案例的金额因取整而改变',
      '沒有案例的金額因取整而改變',
    ],
  ),
  tie: worded(
    ['an amount in the middle of two roundings', '金额恰在两个取整值正中', '金額恰在兩個取整值正中'],
    [
      'no case has an amount in the middle of two that it may be rounded to',
      '没有案例的金额恰在两个取整值正中',
      '沒有案例的金額恰在兩個取整值正中',
    ],
  ),
  prorated: worded(
    ['prorated', '按比例折算', '按比例折算'],
    ['no case is prorated', '没有案例被折算', '沒有案例被折算'],
  ),
  notProrated: worded(
    ['not prorated', '无需折算', '無需折算'],
    ['no case counts in full', '没有案例无需折算', '沒有案例無需折算'],
  ),
  largerTaken: worded(
    ['`{text}` is the larger in `{among}`', '“{among}”中“{text}”较大', '「{among}」中「{text}」較大'],
    [
      'no case has `{text}` as the larger in `{among}`',
      '没有案例在“{among}”中以“{text}”为较大者',
      '沒有案例在「{among}」中以「{text}」為較大者',
    ],
  ),
  smallerTaken: worded(
    ['`{text}` is the smaller in `{among}`', '“{among}”中“{text}”较小', '「{among}」中「{text}」較小'],
    [
      'no case has `{text}` as the smaller in `{among}`',
      '没有案例在“{among}”中以“{text}”为较小者',
      '沒有案例在「{among}」中以「{text}」為較小者',
    ],
  ),
  bestTaken: worded(
    ['the best is {text}', '择优取“{text}”', '擇優取「{text}」'],
    ['no case has {text} as the best', '没有案例择优取“{text}”', '沒有案例擇優取「{text}」'],
  ),
  approved: worded(
    ['approval: {state}', '批准情况：{state}', '核准情況：{state}'],
    ['no case has the approval {state}', '没有案例的批准情况为“{state}”', '沒有案例的核准情況為「{state}」'],
  ),
  clock: worded(
    ['state {state}', '状态：{state}', '狀態：{state}'],
    ['no case is in the state {state}', '没有案例处于“{state}”', '沒有案例處於「{state}」'],
  ),
  stepBefore: worded(
    ['just before `{text}`', '恰在“{text}”之前', '恰在「{text}」之前'],
    ['no case stands just before `{text}`', '没有案例恰在“{text}”之前', '沒有案例恰在「{text}」之前'],
  ),
  stepReached: worded(
    ['`{text}` just reached', '刚到“{text}”', '剛到「{text}」'],
    ['no case has just reached `{text}`', '没有案例刚到“{text}”', '沒有案例剛到「{text}」'],
  ),
  leftOut: worded(
    ['not for everybody: left out', '不在适用范围', '不在適用範圍'],
    ['no case is left out by its `where`', '没有案例不在适用范围内', '沒有案例不在適用範圍內'],
  ),
  held: worded(
    ['held: {reason}', '暂缓：{reason}', '暫緩：{reason}'],
    ['no case is held because {reason}', '没有案例因“{reason}”而暂缓', '沒有案例因「{reason}」而暫緩'],
  ),
  decided: worded(
    ['a result', '有结果', '有結果'],
    ['no case gives a result', '没有案例得出结果', '沒有案例得出結果'],
  ),
} as const satisfies { readonly [key: string]: PointWords }
