import type { Language, Words } from '../../base/language.ts'

/** What a change says of itself: `old` and `new` as they are written, in the language of their file. */
export type SaidChange = {
  readonly change: ChangeName
  readonly old: string
  readonly new: string
}
export type ChangeName = keyof typeof sentences
/** How a change is told, and which case would notice it. */
type Sentence = { readonly says: Words; readonly noticed: Words }

const three = (en: string, hans: string, hant: string): Words => ({ en, 'zh-Hans': hans, 'zh-Hant': hant })
const sentence = (says: Words, noticed: Words): Sentence => ({ says, noticed })

const becomes = three('{old} → {new}', '{old} → {new}', '{old} → {new}')
const removed = three('without {old}', '去掉 {old}', '去掉 {old}')
const uses = three(
  'a case whose result is worked out with it',
  '结果用到这个数的案例',
  '結果用到這個數的案例',
)

const sentences = {
  'boundary-up': sentence(
    becomes,
    three('a case at exactly {old}', '恰好为 {old} 的案例', '恰好為 {old} 的案例'),
  ),
  'boundary-down': sentence(
    becomes,
    three('a case just below {old}', '略低于 {old} 的案例', '略低於 {old} 的案例'),
  ),
  slice: sentence(becomes, three('a case beyond {old}', '超过 {old} 的案例', '超過 {old} 的案例')),
  owner: sentence(
    becomes,
    three('a case exactly at the boundary', '恰好在分界上的案例', '恰好在分界上的案例'),
  ),
  'number-up': sentence(becomes, uses),
  'number-down': sentence(becomes, uses),
  comparison: sentence(
    becomes,
    three('a case in which both sides are equal', '两边恰好相等的案例', '兩邊恰好相等的案例'),
  ),
  negated: sentence(
    becomes,
    three('a case that hangs on this condition', '结果取决于该条件的案例', '結果取決於該條件的案例'),
  ),
  joined: sentence(
    becomes,
    three('a case in which only one of both holds', '两个条件只满足一个的案例', '兩個條件只滿足一個的案例'),
  ),
  condition: sentence(
    three('without the condition {old}', '去掉条件 {old}', '去掉條件 {old}'),
    three('a case that does not meet it', '不满足该条件的案例', '不滿足該條件的案例'),
  ),
  operator: sentence(becomes, uses),
  tiers: sentence(becomes, three('a case beyond the first row', '超过第一档的案例', '超過第一檔的案例')),
  mode: sentence(becomes, uses),
  'rounding-mode': sentence(
    becomes,
    three(
      'a case whose amount has more places than are kept',
      '金额位数多于保留位数的案例',
      '金額位數多於保留位數的案例',
    ),
  ),
  'rounding-half': sentence(
    becomes,
    three(
      'a case whose amount lies exactly in the middle of two steps, as 0.125 does for 0.01',
      '金额恰好居于两个取整值正中的案例，如取整到 0.01 时的 0.125',
      '金額恰好居於兩個取整值正中的案例，如取整到 0.01 時的 0.125',
    ),
  ),
  'rounding-step': sentence(
    becomes,
    three('a case whose amount has more places', '金额位数更多的案例', '金額位數更多的案例'),
  ),
  gate: sentence(removed, three('a case that misses the gate', '未达门槛的案例', '未達門檻的案例')),
  cap: sentence(removed, three('a case above the cap', '超过封顶的案例', '超過封頂的案例')),
  floor: sentence(removed, three('a case below the floor', '低于保底的案例', '低於保底的案例')),
  excess: sentence(
    becomes,
    three(
      'a case above the cap in one period and below it in the next',
      '一期超过封顶、下期低于封顶的案例',
      '一期超過封頂、下期低於封頂的案例',
    ),
  ),
  recovery: sentence(
    becomes,
    three(
      'a case below the floor in one period and above it in the next',
      '一期低于保底、下期高于保底的案例',
      '一期低於保底、下期高於保底的案例',
    ),
  ),
  removed: sentence(
    removed,
    three('a case in which this line matters', '该行起作用的案例', '該行起作用的案例'),
  ),
  output: sentence(
    becomes,
    three('a case that is decided by this row', '由该行决定的案例', '由該行決定的案例'),
  ),
  row: sentence(
    three('without the row {old}', '去掉该行 {old}', '去掉該列 {old}'),
    three('a case that is decided by this row', '由该行决定的案例', '由該行決定的案例'),
  ),
  weights: sentence(
    becomes,
    three('a case whose two parts differ', '这两部分的结果不同的案例', '這兩部分的結果不同的案例'),
  ),
  'day-later': sentence(
    becomes,
    three('a case dated exactly {old}', '日期恰为 {old} 的案例', '日期恰為 {old} 的案例'),
  ),
  'day-earlier': sentence(
    becomes,
    three('a case dated the day before {old}', '日期为 {old} 前一天的案例', '日期為 {old} 前一天的案例'),
  ),
  length: sentence(
    becomes,
    three('a case exactly at the end of {old}', '恰好在 {old} 届满时的案例', '恰好在 {old} 屆滿時的案例'),
  ),
  'kind-of-days': sentence(
    becomes,
    three('a case with a day off in between', '期间含休息日的案例', '期間含休息日的案例'),
  ),
  rank: sentence(
    becomes,
    three('a case that only this rank may decide', '只有该职级有权决定的案例', '只有該職級有權決定的案例'),
  ),
} as const satisfies { readonly [name: string]: Sentence }

/** `6% → 6.01%`, in a sentence of the reader's language. */
export function changeText(change: SaidChange, language: Language): string {
  return filled(sentences[change.change].says[language], change)
}

/** The smallest case that would notice it. */
export function noticedBy(change: SaidChange, language: Language): string {
  return filled(sentences[change.change].noticed[language], change)
}

function filled(text: string, change: SaidChange): string {
  return text.replace(/\{(old|new)\}/g, (_, name: string) => (name === 'old' ? change.old : change.new))
}
