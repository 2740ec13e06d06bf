import type { Entry } from '../entry.ts'
import { authorityReasons } from './reasons-authority.ts'
import { creditReasons } from './reasons-credit.ts'
import { releaseReasons } from './reasons-release.ts'
import { slaReasons } from './reasons-sla.ts'
import { timeReasons } from './reasons-time.ts'
import { worded } from './worded.ts'

/** Why a line is held, or why there is none. `{record}`, `{field}` and `{name}` are the policy's own words. */
export const reasonMessages = {
  ...authorityReasons,
  ...slaReasons,
  ...creditReasons,
  BY801: worded(
    'notice',
    ['A value is missing', '缺少数据', '缺少資料'],
    ['`{field}` of {record} is missing', '{record}缺少“{field}”', '{record}缺少「{field}」'],
    [
      'Fill in the cell, or say in the policy what counts instead: `x if missing 0`.',
      '补全该单元格，或在制度中写明缺失时如何处理：`x 缺失时取 0`。',
      '補上該儲存格，或在制度中寫明缺失時如何處理：`x 缺漏時取 0`。',
    ],
  ),
  BY802: worded(
    'notice',
    ['A value cannot be read', '数据无法识别', '資料無法識別'],
    ['`{field}` of {record} cannot be read', '{record}的“{field}”无法识别', '{record}的「{field}」無法識別'],
    [
      'The list of data problems says what is wrong with the cell.',
      '数据问题清单写明了该单元格的错误。',
      '資料問題清單寫明了該儲存格的錯誤。',
    ],
  ),
  BY803: worded(
    'notice',
    ['A division by zero', '除数为零', '除數為零'],
    ['the divisor is 0', '除数为 0', '除數為 0'],
    [
      'Say for whom the value is meant (`where quota > 0 CNY`), so that others are not applicable.',
      '写明适用范围（如 `仅限 任务 > 0元`），其余即为不适用。',
      '寫明適用範圍（如 `僅限 目標 > 0元`），其餘即為不適用。',
    ],
  ),
  BY804: worded(
    'notice',
    ['No row covers the value', '没有对应的行', '沒有對應的列'],
    [
      'no row of `{name}` covers {lacking}',
      '`{name}` 中没有与 {lacking} 对应的行',
      '`{name}` 中沒有與 {lacking} 對應的列',
    ],
    [
      'Add a row for them, or an `otherwise` row.',
      '补充相应的行，或写一行“其他”。',
      '補上相應的列，或寫一列「其他」。',
    ],
  ),
  BY805: worded(
    'notice',
    ['Two rows cover the value', '两行同时符合', '兩列同時符合'],
    ['two rows of `{name}` cover these values', '`{name}` 中有两行同时符合', '`{name}` 中有兩列同時符合'],
    [
      'Change the rows so that one alone matches, or write `first match`.',
      '调整各行使其互不重叠，或写“首行优先”。',
      '調整各列使其互不重疊，或寫「首列優先」。',
    ],
  ),
  BY806: worded(
    'notice',
    ['There is no row', '没有记录', '沒有紀錄'],
    ['there is no {record}', '没有对应的{record}', '沒有對應的{record}'],
    ['Add the row to the data.', '请在数据中补充该记录。', '請在資料中補上該筆紀錄。'],
  ),
  BY807: worded(
    'notice',
    ['There are several rows', '有多条记录', '有多筆紀錄'],
    ['there is more than one {record}', '有多条{record}，应只有一条', '有多筆{record}，應只有一筆'],
    [
      'Exactly one is expected: remove the others, or gather them with `sum`.',
      '此处应恰好一条：请删除多余的，或用“合计”汇总。',
      '此處應恰好一筆：請刪除多餘的，或用「合計」彙總。',
    ],
  ),
  BY808: worded(
    'notice',
    ['The policy is not in force', '制度不在有效期内', '制度不在有效期內'],
    ['`{name}` is not in force then', '`{name}` 此时不在有效期内', '`{name}` 此時不在有效期內'],
    ['See `effective from … until …` of the policy.', '见制度的“生效 自…至…”。', '見制度的「生效 自…至…」。'],
  ),
  BY809: worded(
    'notice',
    ['The policy begins or ends inside the period', '制度在期间中途生效或失效', '制度在期間中途生效或失效'],
    [
      '`{name}` is in force for a part of the period only',
      '`{name}` 仅在该期间的一部分有效',
      '`{name}` 僅在該期間的一部分有效',
    ],
    [
      'Let it begin on the first day of a period and end on the last: for `year to date`, of a year.',
      '请让制度在期间首日生效、末日失效；“年初至今”则为年度首日。',
      '請讓制度在期間首日生效、末日失效；「年初至今」則為年度首日。',
    ],
  ),
  BY810: worded(
    'notice',
    ['Not there in this period', '该期间不在册', '該期間不在冊'],
    ['the {record} does not exist in this period', '该{record}在此期间不在册', '該{record}在此期間不在冊'],
    [
      'See `exists from … until …` of the record. Where an earlier period is read, say what counts for whoever was not there yet: `if (x in previous quarter) applicable then x in previous quarter else 0`.',
      '见记录的“存续 自…至…”。读取上一期间的，请写明当时尚不在册者如何取值：“若 (x 于上一 季度) 适用 则 x 于上一 季度 否则 0”。',
      '見紀錄的「存續 自…至…」。讀取上一期間的，請寫明當時尚不在冊者如何取值：「若 (x 於上一 季度) 適用 則 x 於上一 季度 否則 0」。',
    ],
  ),
  BY811: worded(
    'notice',
    ['Not meant for this one', '不适用', '不適用'],
    ['`{name}` is not for this one', '`{name}` 对其不适用', '`{name}` 對其不適用'],
    ['Its header says whom it is for.', '适用范围见该条款的首行。', '適用範圍見該條款的首行。'],
  ),
  BY813: worded(
    'notice',
    ['Nothing to look up', '查不到对应的结果', '查不到對應的結果'],
    [
      'there is no `{name}` for that row and date',
      '该行在该日期没有对应的 `{name}`',
      '該列在該日期沒有對應的 `{name}`',
    ],
    [
      'The date lies outside all periods, or the row is of nobody.',
      '日期不在任何期间内，或该行不属于任何人。',
      '日期不在任何期間內，或該列不屬於任何人。',
    ],
  ),
  BY814: worded(
    'notice',
    ['The table leaves it undecided', '表中写明不作决定', '表中寫明不作決定'],
    ['`{name}` does not decide: {why}', '`{name}` 不作决定：{why}', '`{name}` 不作決定：{why}'],
    ['A person decides; the policy says so.', '按制度由人员决定。', '依制度由人員決定。'],
  ),
  BY815: worded(
    'notice',
    ['The indicator does not apply', '指标不适用', '指標不適用'],
    ['`{name}` does not apply', '“{name}”不适用', '「{name}」不適用'],
    ['Its weight goes where the scorecard says.', '其权重按评分卡的规定处理。', '其權重依評分卡的規定處理。'],
  ),
  BY816: worded(
    'notice',
    ['Nothing to take', '没有可取的数据', '沒有可取的資料'],
    ['there is no {record} to take it from', '没有{record}可供取值', '沒有{record}可供取值'],
    [
      'Add the row, or say what counts instead: `x if missing 0`.',
      '补充该记录，或写明缺失时如何处理：`x 缺失时取 0`。',
      '補上該筆紀錄，或寫明缺失時如何處理：`x 缺漏時取 0`。',
    ],
  ),
  BY817: worded(
    'notice',
    ['A sum is too large', '合计超出范围', '合計超出範圍'],
    [
      'the sum over {record} is larger than any amount of its kind may be',
      '{record}的合计超出了该类数值的范围',
      '{record}的合計超出了該類數值的範圍',
    ],
    [
      'State how large the field can get (`amount money up to 1亿`); a sum may reach the largest of what is stated and 10 trillion.',
      '请写明字段的上限（如 `金额 money 至多 1亿`）；合计不得超过该上限与十万亿中的较大者。',
      '請寫明欄位的上限（如 `金額 money 至多 1億`）；合計不得超過該上限與十兆中的較大者。',
    ],
  ),
  BY818: worded(
    'notice',
    ['A quotient is too large', '商超出范围', '商超出範圍'],
    [
      'a quotient is larger than any of its kind may be',
      '相除的结果超出了该类数值的范围',
      '相除的結果超出了該類數值的範圍',
    ],
    [
      'A ratio stays under a million where it is added up or multiplied by another. Check the divisor in the data.',
      '比率在相加或与另一比率相乘时应小于一百万，请检查数据中的除数。',
      '比率在相加或與另一比率相乘時應小於一百萬，請檢查資料中的除數。',
    ],
  ),
  BY830: worded(
    'notice',
    ['Taken back more than once', '重复追回', '重複追回'],
    [
      'several rows of {record} lead to the same {of}, and each would take from all that was paid',
      '有多条{record}指向同一{of}，每条都会从全部已发金额中追回',
      '有多筆{record}指向同一{of}，每筆都會從全部已發金額中追回',
    ],
    [
      'Put them together into one row, or correct the one that is wrong.',
      '请合并为一条，或更正其中有误的一条。',
      '請合併為一筆，或更正其中有誤的一筆。',
    ],
  ),
  BY829: worded(
    'notice',
    ['Nothing to share by', '没有分配依据', '沒有分配依據'],
    ['a weight is negative, or all of them are 0', '权重有负数，或全部为 0', '權重有負數，或全部為 0'],
    [
      'Leave out who takes no part (`where`), or say what counts when nobody has a weight.',
      '请用“仅限”排除不参与者，或写明无人有权重时如何处理。',
      '請用「僅限」排除不參與者，或寫明無人有權重時如何處理。',
    ],
  ),
  ...releaseReasons,
  ...timeReasons,
  BY828: worded(
    'notice',
    ['Not due yet', '尚未到发放日', '尚未到發放日'],
    [
      '{name} of it is not due yet: its day is not there',
      '其中 {name} 尚未到发放日：日期尚无',
      '其中 {name} 尚未到發放日：日期尚無',
    ],
    [
      'It is paid in the period of its day, once the data has it.',
      '数据中有该日期后，在其所在期间发放。',
      '資料中有該日期後，在其所在期間發放。',
    ],
  ),
  BY827: worded(
    'notice',
    ['No balance brought forward', '没有上期余额', '沒有上期餘額'],
    [
      'the results of the period before do not say how it stood',
      '上期结果中没有该项余额',
      '上期結果中沒有該項餘額',
    ],
    [
      'Run from the beginning of the policy, without `--previous`, or with the results in which it stands.',
      '请不带 `--previous` 从制度生效之日起试算，或使用载有该余额的结果文件。',
      '請不帶 `--previous` 從制度生效之日起試算，或使用載有該餘額的結果檔案。',
    ],
  ),
  BY826: worded(
    'notice',
    ['What is carried on is too large', '延续的数值超出范围', '延續的數值超出範圍'],
    [
      '`{name}` has become larger than any of its kind may be',
      '“{name}”超出了该类数值的范围',
      '「{name}」超出了該類數值的範圍',
    ],
    [
      'Money stays under 10 trillion, a number under a billion. Check what it adds in each period.',
      '金额应小于十万亿，数字应小于十亿；请检查每期累加的内容。',
      '金額應小於十兆，數字應小於十億；請檢查每期累加的內容。',
    ],
  ),
  BY850: worded(
    'notice',
    ['Nobody for the remainder', '余额无人承接', '餘額無人承接'],
    [
      'something is left over, and nobody is there to take it',
      '分配后有余额，但没有可承接的对象',
      '分配後有餘額，但沒有可承接的對象',
    ],
    [
      'See what the remainder goes to: each group needs somebody who has it.',
      '请查看余额的归属规则：每组须至少有一个符合者。',
      '請查看餘額的歸屬規則：每組須至少有一個符合者。',
    ],
  ),
  BY851: worded(
    'notice',
    ['A share beyond the whole', '承担比例超出范围', '承擔比例超出範圍'],
    [
      'the share of `{name}` is not between nothing and all of it',
      '`{name}` 的承担比例不在 0 到 100% 之间',
      '`{name}` 的承擔比例不在 0 到 100% 之間',
    ],
    [
      'Mend the share, or keep it within bounds: `x clamp 0% to 100%`.',
      '请更正比例，或限定范围：`x 限于 0% 到 100%`。',
      '請更正比例，或限定範圍：`x 限於 0% 到 100%`。',
    ],
  ),
  BY852: worded(
    'notice',
    ['A change of what is not there', '调整的对象不存在', '調整的對象不存在'],
    [
      'a change names a {record} that the data does not have, or has twice',
      '调整所写的{record}在数据中不存在或重复',
      '調整所寫的{record}在資料中不存在或重複',
    ],
    [
      'Add it to the data, or mend its key in the change.',
      '请在数据中补上，或更正调整中的主键。',
      '請在資料中補上，或更正調整中的主鍵。',
    ],
  ),
  BY853: worded(
    'notice',
    ['Working days that are not known', '工作日未知', '工作日未知'],
    [
      'the calendar `{name}` does not know the working days of that year',
      '日历 `{name}` 没有该年的工作日安排',
      '日曆 `{name}` 沒有該年的工作日安排',
    ],
    [
      'Holidays of a year are known once they are announced: use a version of bylaw that has them.',
      '放假安排公布后方可计算：请使用包含该年安排的版本。',
      '放假安排公布後方可計算：請使用包含該年安排的版本。',
    ],
  ),
  BY854: worded(
    'notice',
    ['More is carried than there is', '承担超过目标', '承擔超過目標'],
    [
      '`{name}` comes to more than the part that it is of',
      '`{name}` 合计超过其所属的目标',
      '`{name}` 合計超過其所屬的目標',
    ],
    [
      'See who carries it in this period: two at once, or one twice?',
      '请查看该期间由谁承担：是否两人同时承担或一人重复。',
      '請查看該期間由誰承擔：是否兩人同時承擔或一人重複。',
    ],
  ),
  BY825: worded(
    'notice',
    ['Before the policy', '早于制度生效', '早於制度生效'],
    [
      'it looks back on a time before {name} is in force, of which the data is not said to be complete',
      '所看的时间早于“{name}”生效，数据是否完整未知',
      '所看的時間早於「{name}」生效，資料是否完整未知',
    ],
    [
      'Nothing before that time counts as 0. Where the data is complete from an earlier day on, say so in the policy: `history from 2025-01-01`.',
      '更早的时间不作 0 处理；数据自更早之日起完整的，请在制度中写明，如 `历史数据 自 2025-01-01`。',
      '更早的時間不作 0 處理；資料自更早之日起完整的，請在制度中寫明，如 `歷史資料 自 2025-01-01`。',
    ],
  ),
  BY840: worded(
    'notice',
    ['No row in force', '没有有效的行', '沒有有效的列'],
    [
      'no row of {record} is in force on that day',
      '“{record}”中没有当日有效的行',
      '「{record}」中沒有當日有效的列',
    ],
    [
      'Add the row with its dates, or write `if missing` where another value is to stand in its place.',
      '请补上该行及其起止日期；如应以其他值代替，请写 `缺失时取`。',
      '請補上該列及其起訖日期；如應以其他值代替，請寫 `缺漏時取`。',
    ],
  ),
  BY841: worded(
    'notice',
    ['Several rows in force', '同日有多行有效', '同日有多列有效'],
    [
      'several rows of {record} are in force on that day: which one is meant is not guessed',
      '“{record}”中当日有多行有效：系统不会猜测取哪一行',
      '「{record}」中當日有多列有效：系統不會猜測取哪一列',
    ],
    [
      'End the earlier row on the day before the later one begins.',
      '请让前一行在后一行开始的前一天结束。',
      '請讓前一列在後一列開始的前一天結束。',
    ],
  ),
  BY843: worded(
    'notice',
    ['Before the data begins', '早于数据起始', '早於資料起始'],
    [
      'it looks back on a time before {day}, from which on the data is complete',
      '所看的时间早于 {day}，而数据自该日起才完整',
      '所看的時間早於 {day}，而資料自該日起才完整',
    ],
    [
      'Nothing before that day counts as 0. Where the data is complete from an earlier day on, say so: `history from`.',
      '更早的时间不作 0 处理；数据自更早之日起完整的，请写明 `历史数据 自`。',
      '更早的時間不作 0 處理；資料自更早之日起完整的，請寫明 `歷史資料 自`。',
    ],
  ),
  BY842: worded(
    'notice',
    ['Ends before it begins', '结束早于开始', '結束早於開始'],
    [
      'a row of {record} ends before it begins, so nobody knows when it is in force',
      '“{record}”中有一行结束早于开始，无法确定何时有效',
      '「{record}」中有一列結束早於開始，無法確定何時有效',
    ],
    ['Mend its dates.', '请更正其起止日期。', '請更正其起訖日期。'],
  ),
} as const satisfies { readonly [code: string]: Entry }
