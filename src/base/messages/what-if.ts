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
  BY976: wordedThrough(
    'error',
    ['Nothing is sought', '没有写明要找什么', '沒有寫明要找什麼'],
    [
      '`bylaw seek` is not told what to look for',
      '`bylaw seek` 没有写明要找什么',
      '`bylaw seek` 沒有寫明要找什麼',
    ],
    [
      'Write a parameter and a total, `bylaw seek base_rate --total 8000000`, or a person and a clause with tiers, `bylaw seek --subject R-17 --next-tier commission`.',
      '请写参数和总额，如 `bylaw seek 基本比例 --total 800万`；或写人员和有阶梯的条款，如 `bylaw seek --subject R-17 --next-tier 季度提成`。',
      '請寫參數和總額，如 `bylaw seek 基本比例 --total 800萬`；或寫人員和有階梯的條款，如 `bylaw seek --subject R-17 --next-tier 季度提成`。',
    ],
  ),
  BY977: wordedThrough(
    'error',
    ['No number to look among', '不是可以寻找的数值', '不是可以尋找的數值'],
    [
      '{name} cannot be looked for among the values of {text}',
      '{name} 无法按 {text} 寻找',
      '{name} 無法按 {text} 尋找',
    ],
    [
      'The parameter must be a number, an amount or a percentage as written, and `--from`, `--to` and `--step` like it: {example}.',
      '参数须直接写成数字、金额或百分比，`--from`、`--to`、`--step` 与其写法相同：{example}。',
      '參數須直接寫成數字、金額或百分比，`--from`、`--to`、`--step` 與其寫法相同：{example}。',
    ],
  ),
  BY978: wordedThrough(
    'error',
    ['No tiers to climb', '没有可升的档位', '沒有可升的檔位'],
    [
      '{clause} has no tiers whose next row more rows of data could reach',
      '{clause} 没有可以靠新增数据升档的阶梯',
      '{clause} 沒有可以靠新增資料升檔的階梯',
    ],
    [
      'Name a clause with `tiers` that are chosen by a sum of rows: {choices}.',
      '请写阶梯按数据合计选档的条款：{choices}。',
      '請寫階梯按資料合計選檔的條款：{choices}。',
    ],
  ),
  BY979: wordedThrough(
    'error',
    ['No row to go by', '没有可参照的数据行', '沒有可參照的資料列'],
    [
      '{subject} has no {record} in {period} that one more could be like',
      '{subject} 在 {period} 没有可供参照的 {record}',
      '{subject} 在 {period} 沒有可供參照的 {record}',
    ],
    [
      'Name a row that one more would be like: `--like {example}`.',
      '请写出新增的一笔与哪一行相同：`--like {example}`。',
      '請寫出新增的一筆與哪一列相同：`--like {example}`。',
    ],
  ),
} as const satisfies { readonly [code: string]: Entry }
