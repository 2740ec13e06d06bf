import type { Entry, Severity } from '../entry.ts'
import { withPolicy } from './example.ts'

type Three<M extends string = string> = readonly [en: M, hans: string, hant: string]

const records = `record Person { id text key; team Team }

record Team { id text key }

record Order {
  id text key
  owner Person
  helper Person
}

record Receipt {
  id text key
  order Order
  received date posting
  net money
}
`
const splits = `
record Split {
  order Order
  person Person
  share percent
}
`
const credit = (lines: string, rest = ''): string =>
  withPolicy(`${records}
credit sales for each Receipt to Person {
${lines.replace(/^/gmu, '  ')}
}
${rest}`)

const whole = 'to order.owner share 100%'
const pay = (sum: string): string => `
commission pay for Person per month {
  rate 1% of ${sum}
  round 0.01 half-up
}
`

const rowPay = (more: string): string => `
commission pay for each Receipt {
  rate 1% of net
  round 0.01 half-up
${more}}
`

/** A finding with its texts in three languages, and the smallest program that gives it beside the mended one. */
function finding<const M extends string, const H extends string>(
  severity: Severity,
  title: Three,
  message: Three<M>,
  help: Three<H>,
  bad: string,
  good: string,
): Entry & { readonly message: { readonly en: M }; readonly help: { readonly en: H } } {
  const words = <T extends string>([en, hans, hant]: Three<T>) => ({
    en,
    'zh-Hans': hans,
    'zh-Hant': hant,
  })
  return { severity, title: words(title), message: words(message), help: words(help), bad, good }
}

/** Who is credited. */
export const creditMessages = {
  BY650: finding(
    'error',
    ['Nothing makes up the row', '归属没有主体', '歸屬沒有主體'],
    [
      '{name} says neither `split` nor `to … share …`, or both',
      '{name}既没有写“分成”，也没有写“归于 … 份额 …”，或两者并用',
      '{name}既沒有寫「拆分」，也沒有寫「歸於 … 份額 …」，或兩者並用',
    ],
    [
      'The parts of a row come from recorded shares (`split`, and `otherwise` where none are recorded) or from lines with shares of their own.',
      '每笔业绩的各部分，要么来自登记的份额（“分成”，可加“未登记时”），要么由各行自写份额。',
      '每筆業績的各部分，要麼來自登記的份額（「拆分」，可加「未登記時」），要麼由各行自寫份額。',
    ],
    credit('overlay 30% to order.helper'),
    credit(`${whole}\noverlay 30% to order.helper`),
  ),
  BY651: finding(
    'error',
    ['Shares of another whole', '份额不足或超过全额', '份額不足或超過全額'],
    [
      'the shares of {name} total {total}, not 100%',
      '{name}的份额合计为 {total}，不是 100%',
      '{name}的份額合計為 {total}，不是 100%',
    ],
    [
      'Write shares that total 100%; what stands outside is `overlay`.',
      '请写合计为 100% 的份额；100% 之外的写作“协同”。',
      '請寫合計為 100% 的份額；100% 之外的寫作「協同」。',
    ],
    credit('to order.owner share 60%\nto order.helper share 39%'),
    credit('to order.owner share 60%\nto order.helper share 40%'),
  ),
  BY652: finding(
    'error',
    ['Shares of nothing', '份额不属于业绩', '份額不屬於業績'],
    [
      'the shares are not rows of one record that belongs, by one reference, to {record} or to what it leads to',
      '份额不是某一记录的行，或未经由唯一的引用属于{record}（或其所指）',
      '份額不是某一記錄的行，或未經由唯一的引用屬於{record}（或其所指）',
    ],
    [
      'Name fields of one record (`split Split.share to Split.person`) that refers to the order, deal or row that is shared.',
      '请写同一记录的字段（如“分成 分成表.份额 归于 分成表.人员”），该记录须引用所分的订单或业绩。',
      '請寫同一記錄的欄位（如「拆分 拆分表.份額 歸於 拆分表.人員」），該記錄須引用所分的訂單或業績。',
    ],
    credit('split 50% to order.owner, up to 3', splits),
    credit('split Split.share to Split.person, up to 3\notherwise to order.owner', splits),
  ),
  BY653: finding(
    'error',
    ['Nobody to credit', '归属对象不对', '歸屬對象不對'],
    [
      'expected somebody of {record}, found {found}',
      '此处应为{record}，实为{found}',
      '此處應為{record}，實為{found}',
    ],
    [
      'Name a reference to {record}, or a value of the row that is one.',
      '请写指向{record}的引用，或值为该引用的数值。',
      '請寫指向{record}的引用，或值為該引用的數值。',
    ],
    credit('to order share 100%'),
    credit(whole),
  ),
  BY654: finding(
    'error',
    ['How many at most', '上限不对', '上限不對'],
    [
      'expected a whole number from 1 to {most}',
      '此处应为 1 至 {most} 的整数',
      '此處應為 1 至 {most} 的整數',
    ],
    [
      'A row is credited on a fixed number of lines: write how many there may be.',
      '每笔业绩的归属行数是固定的，请写明至多几行。',
      '每筆業績的歸屬行數是固定的，請寫明至多幾行。',
    ],
    credit('split Split.share to Split.person, up to 100\notherwise to order.owner', splits),
    credit('split Split.share to Split.person, up to 3\notherwise to order.owner', splits),
  ),
  BY655: finding(
    'error',
    ['No exact share', '份额不是精确百分比', '份額不是精確百分比'],
    [
      'expected an exact percentage, found {found}',
      '此处应为精确的百分比，实为{found}',
      '此處應為精確的百分比，實為{found}',
    ],
    [
      'Shares must be seen to total 100%: write a percentage, or share by weights (`split by Split.parts`).',
      '份额须能核对合计为 100%：请写百分比，或按权重分（“分成 按 分成表.份数”）。',
      '份額須能核對合計為 100%：請寫百分比，或按權重分（「拆分 按 拆分表.份數」）。',
    ],
    credit('to order.owner share 1 / 3\nto order.helper share 67%'),
    credit('to order.owner share 33%\nto order.helper share 67%'),
  ),
  BY656: finding(
    'error',
    ['Credited twice', '重复归属', '重複歸屬'],
    [
      'the rows of {record} are credited by {other} already',
      '{record}已由{other}归属',
      '{record}已由{other}歸屬',
    ],
    [
      'Put the lines of both into one; `toward` says which of them count for what.',
      '请将两处合为一处；“口径”可注明各行计入什么。',
      '請將兩處合為一處；「口徑」可註明各行計入什麼。',
    ],
    credit(whole, `\ncredit other for each Receipt to Person {\n  to order.helper share 100%\n}\n`),
    credit(`${whole}\noverlay 100% to order.helper`),
  ),
  BY657: finding(
    'error',
    ['Counts for what', '未写口径', '未寫口徑'],
    [
      'lines of {name} count for the quota or for the pay alone: which of the two is meant here?',
      '{name}中有的行仅计入考核或仅计入薪酬：此处是哪一种口径？',
      '{name}中有的行僅計入考核或僅計入薪酬：此處是哪一種口徑？',
    ],
    [
      'Write `for quota` or `for pay` behind what is counted: `sum(Receipt.net for pay)`.',
      '请在所计的量后写“用于 考核”或“用于 计薪”，如“合计(回款.净额 用于 计薪)”。',
      '請在所計的量後寫「用於 考核」或「用於 計薪」，如「合計(回款.淨額 用於 計薪)」。',
    ],
    credit(`${whole}\noverlay 30% to order.helper, toward pay`, pay('sum(Receipt.net)')),
    credit(`${whole}\noverlay 30% to order.helper, toward pay`, pay('sum(Receipt.net for pay)')),
  ),
  BY658: finding(
    'error',
    ['Nothing is credited here', '此处没有归属', '此處沒有歸屬'],
    [
      'no credit says for whom the rows of {record} count here, so `for {use}` means nothing',
      '此处没有业绩归属说明{record}计入谁，“{use}”口径没有意义',
      '此處沒有業績歸屬說明{record}計入誰，「{use}」口徑沒有意義',
    ],
    [
      'Leave it out; of the whole company or another record each row counts once.',
      '请删去；对全公司或其他记录，每笔只计一次。',
      '請刪去；對全公司或其他記錄，每筆只計一次。',
    ],
    credit(whole, '\nvalue all per month = sum(Receipt.net for pay)\n'),
    credit(whole, '\nvalue all per month = sum(Receipt.net)\n'),
  ),
  BY659: finding(
    'error',
    ['Past the credit', '绕过归属', '繞過歸屬'],
    [
      'the rows of {record} are credited by {name}, and `via` would pass it by',
      '{record}已由{name}归属，“经由”会绕过它',
      '{record}已由{name}歸屬，「經由」會繞過它',
    ],
    [
      'Leave `via` out: the rows count for whoever is credited, and for what that person leads to. Where that changes with time, name the one who is credited: `via Assignment(person).team`.',
      '请删去“经由”：业绩计入被归属的人及其所属。所属随时间变化的，请以记录名写明被归属的人，如“经由 任职(人员).团队”。',
      '請刪去「經由」：業績計入被歸屬的人及其所屬。所屬隨時間變化的，請以記錄名寫明被歸屬的人，如「經由 任職(人員).團隊」。',
    ],
    credit(whole, pay('sum(Receipt.net, via order.helper)')),
    credit(whole, pay('sum(Receipt.net)')),
  ),
  BY660: finding(
    'error',
    ['Credit by the row', '归属以行为单位', '歸屬以列為單位'],
    [
      '{name} credits rows: what stands per period of {record} cannot be counted by it',
      '{name}以行为单位归属：{record}按期间的数值不能据此计',
      '{name}以列為單位歸屬：{record}按期間的數值不能據此計',
    ],
    [
      'Count fields of the row, or values `for each` of them.',
      '请计该记录的字段，或“每笔”的数值。',
      '請計該記錄的欄位，或「每筆」的數值。',
    ],
    credit(whole, `\nvalue monthly for Receipt per month = net\n${pay('sum(Receipt.monthly)')}`).replace(
      '  received date posting\n',
      '',
    ),
    credit(whole, pay('sum(Receipt.net)')),
  ),
  BY661: finding(
    'error',
    ['Paid in parts without a rounding', '分付未取整', '分付未取整'],
    [
      '{name} pays in the parts of {credit}, which does not say how they are rounded',
      '{name}按{credit}分付，而后者未写如何取整',
      '{name}按{credit}分付，而後者未寫如何取整',
    ],
    [
      'Write `round 0.01 half-up, remainder to …` in the credit, or name who is paid: `for each Receipt to order.owner`.',
      '请在业绩归属中写“取整 0.01 四舍五入, 余额 归于 …”，或写明付给谁：“适用于 每笔 回款 归于 订单.负责人”。',
      '請在業績歸屬中寫「取整 0.01 四捨五入, 餘額 歸於 …」，或寫明付給誰：「適用於 每筆 回款 歸於 訂單.負責人」。',
    ],
    credit('to order.owner share 60%\nto order.helper share 40%', rowPay('')),
    credit('to order.owner share 60%\nto order.helper share 40%\nround 0.01 half-up', rowPay('')),
  ),
  BY662: finding(
    'error',
    ['Released and credited', '既分期又分付', '既分期又分付'],
    [
      '{name} is paid in the parts of {credit}, so it cannot be released in parts as well',
      '{name}已按{credit}分付，不能再分期发放',
      '{name}已按{credit}分付，不能再分期發放',
    ],
    [
      'Name who is paid (`to …`), or leave `release` out.',
      '请写明付给谁（“归于 …”），或删去“发放”。',
      '請寫明付給誰（「歸於 …」），或刪去「發放」。',
    ],
    credit(`${whole}\nround 0.01 half-up`, rowPay('  release 60% on received, 40% on received\n')),
    credit(`${whole}\nround 0.01 half-up`, rowPay('')),
  ),
  BY663: finding(
    'error',
    ['A credit is no value', '归属不是数值', '歸屬不是數值'],
    [
      '{name} is a credit: it has no value of its own',
      '{name}是业绩归属，本身没有数值',
      '{name}是業績歸屬，本身沒有數值',
    ],
    [
      'Count the credited rows: `sum(Receipt.net)` follows the credit by itself.',
      '请对归属的业绩计数：“合计(回款.净额)”自动按归属计。',
      '請對歸屬的業績計數：「合計(回款.淨額)」自動按歸屬計。',
    ],
    credit(whole, '\nvalue mine for Person per month = sales\n'),
    credit(whole, '\nvalue mine for Person per month = sum(Receipt.net)\n'),
  ),
} as const satisfies { readonly [code: string]: Entry }
