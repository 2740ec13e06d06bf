import type { Entry } from '../entry.ts'
import { wordedThrough } from './worded.ts'

/** Parameters with other values: `bylaw run --set`, scenario files, `bylaw seek`. */
export const whatIfMessages = {
  BY970: wordedThrough(
    'error',
    ['Not a parameter', '不是参数', '不是參數'],
    [
      '“{name}” is no parameter of the policy{near}',
      '制度中没有名为“{name}”的参数{near}',
      '制度中沒有名為「{name}」的參數{near}',
    ],
    [
      'Only a `parameter` can be given another value: {names}.',
      '只有 `参数` 可以另设数值：{names}。',
      '只有 `參數` 可以另設數值：{names}。',
    ],
  ),
  BY971: wordedThrough(
    'error',
    ['Not a setting', '不是设定', '不是設定'],
    ['“{text}” sets nothing', '“{text}”没有设定任何数值', '「{text}」沒有設定任何數值'],
    [
      'Write the parameter, `=` and one value: `base_rate=3.5%`, `quota[R-17]=120000 CNY`.',
      '请写参数名、`=` 和一个数值：`基本比例=3.5%`、`任务[R-17]=12万元`。',
      '請寫參數名、`=` 和一個數值：`基本比例=3.5%`、`任務[R-17]=12萬元`。',
    ],
  ),
  BY972: wordedThrough(
    'error',
    ['Another kind of value', '数值类型不同', '數值類型不同'],
    [
      '{name} is {expected}; {text} is {found}',
      '{name} 的类型是{expected}，{text} 却是{found}',
      '{name} 的類型是{expected}，{text} 卻是{found}',
    ],
    ['Write it as the policy does: {example}.', '请按制度的写法：{example}。', '請按制度的寫法：{example}。'],
  ),
  BY973: wordedThrough(
    'error',
    ['Which of its values', '未指明是哪一个值', '未指明是哪一個值'],
    [
      '“{text}” does not name one value of {name}',
      '“{text}”没有指明 {name} 的某一个值',
      '「{text}」沒有指明 {name} 的某一個值',
    ],
    ['Write {examples}.', '请写 {examples}。', '請寫 {examples}。'],
  ),
  BY974: wordedThrough(
    'error',
    ['A scenario without a name of its own', '情景缺少自己的名称', '情境缺少自己的名稱'],
    ['two scenarios are called “{name}”', '有两个情景都叫“{name}”', '有兩個情境都叫「{name}」'],
    ['Give each its own `name`.', '请给每个情景写不同的 `名称`。', '請給每個情境寫不同的 `名稱`。'],
  ),
  BY975: wordedThrough(
    'error',
    ['A what-if is no earlier run', '假设试算不能作为上期', '假設試算不能作為上期'],
    [
      '{path} holds the results of a what-if ({changes})',
      '{path} 是假设试算的结果（{changes}）',
      '{path} 是假設試算的結果（{changes}）',
    ],
    [
      'Begin with the results of a real run of the period before.',
      '请使用上期正式计算的结果。',
      '請使用上期正式計算的結果。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
