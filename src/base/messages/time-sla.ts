import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'
import { worded } from './worded.ts'

const hours = '  hours 09:00 to 12:00, 13:30 to 18:00\n'
const declared = `calendar office {
  zone Asia/Shanghai
  days cn
${hours}}

record Person {
  id text key
  manager Person optional
}

record Lead {
  id text key
  arrived time posting
  opened date
  answered time optional
  size number
  owner Person
  class one of A, B
}

`
export const visit = `record Visit {
  id text key
  lead Lead
  at time posting
}

`
/** A policy with these lines in its time limit. */
export const sla = (lines: readonly string[], header = 'for each Lead', more = ''): string =>
  withPolicy(`${declared}${more}sla answer ${header} {
${lines.map((line) => `  ${line}`).join('\n')}
}
`).replace('currency CNY', 'currency CNY\n  calendar office')
const good = sla(['start arrived', 'stop answered', 'within 4 working hours'])

/** Time limits. */
export const slaMessages = {
  BY560: {
    ...worded(
      'error',
      ['A time limit that says too little', '时限不完整', '時限不完整'],
      ['`{name}` has no `{part}`', '“{name}”没有写“{part}”', '「{name}」沒有寫「{part}」'],
      [
        'A time limit says from when its clock runs (`start`) and how long it may take (`within`).',
        '时限须写明自何时“起算”，以及“限期”多久。',
        '時限須寫明自何時「起算」，以及「限期」多久。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered']),
    good,
  },
  BY561: {
    ...worded(
      'error',
      ['Not a length of time', '不是时长', '不是時長'],
      [
        '`{written}` is no length of time that a clock can run',
        '“{written}”不是可以计时的时长',
        '「{written}」不是可以計時的時長',
      ],
      [
        'Write hours, minutes, days or weeks, or working hours and working days, in whole seconds or days: `8 working hours`, `10 working days`, `24 hours`. Months differ in length: they can be how long it may take (`within 1 month`), and nothing else.',
        '请写小时、分钟、天、周，或工作小时、工作日，须为整秒或整天，如“8个工作小时”“10个工作日”“24小时”。各月长短不一：月数只能写在限期里（如“限期 1个月”）。',
        '請寫小時、分鐘、天、週，或工作小時、工作日，須為整秒或整天，如「8個工作小時」「10個工作日」「24小時」。各月長短不一：月數只能寫在限期裡（如「限期 1個月」）。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered', 'within size']),
    good,
  },
  BY562: {
    ...worded(
      'error',
      ['A warning that has no time', '预警时点不明', '預警時點不明'],
      [
        'a warning at {written} has no time of its own here',
        '这里无法在 {written} 处预警',
        '這裡無法在 {written} 處預警',
      ],
      [
        'A share under 100% is of hours alone: `warn at 80%`. Where any of the limits is in days, write how long before for all of them: `warn 4 hours before`, `warn 1 working day before`.',
        '不足 100% 的比例只用于全部按小时计的限期，如“预警 在 80%”。只要有一档按天计，就请对各档统一写提前多久，如“预警 4小时 之前”“预警 1个工作日 之前”。',
        '不足 100% 的比例只用於全部按小時計的限期，如「預警 在 80%」。只要有一檔按天計，就請對各檔統一寫提前多久，如「預警 4小時 之前」「預警 1個工作日 之前」。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered', 'within 3 working days', 'warn at 80%']),
    good: sla(['start arrived', 'stop answered', 'within 3 working days', 'warn 1 working day before']),
  },
  BY563: {
    ...worded(
      'error',
      ['A time limit for no row', '时限没有对应的记录', '時限沒有對應的紀錄'],
      [
        '`{name}` is not for each row of a record',
        '“{name}”没有写明适用于哪种记录的每一笔',
        '「{name}」沒有寫明適用於哪種紀錄的每一筆',
      ],
      [
        'A clock runs for a row: write `for each Complaint`, without a period.',
        '每笔记录各有一个计时：请写“适用于 每笔 投诉”，不写期间。',
        '每筆紀錄各有一個計時：請寫「適用於 每筆 投訴」，不寫期間。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered', 'within 4 working hours'], 'for Lead per month'),
    good,
  },
  BY564: {
    ...worded(
      'error',
      ['No working hours', '日历没有工时', '日曆沒有工時'],
      [
        'the calendar `{name}` does not say in which hours work is done',
        '日历“{name}”没有写明工时',
        '日曆「{name}」沒有寫明工時',
      ],
      [
        'Declare a calendar with `hours`, and name it in the policy or here: `calendar office`.',
        '请声明写有“工时”的工作日历，并在制度或此处写明“日历 办公室”。',
        '請宣告寫有「工時」的工作日曆，並在制度或此處寫明「日曆 辦公室」。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered', 'within 4 working hours']).replace(hours, ''),
    good,
  },
  BY565: {
    ...worded(
      'error',
      ['Days that end at no hour', '天数没有截止时刻', '天數沒有截止時刻'],
      [
        'days from a date on do not say at which hour they end',
        '自某一日期起的天数没有写明几点截止',
        '自某一日期起的天數沒有寫明幾點截止',
      ],
      [
        'Write the hour: `within 15 days at 18:00`, or `at 24:00` where the last day counts in full.',
        '请写明时刻，如“限期 15天 在 18:00”；末日全天有效的写“在 24:00”。',
        '請寫明時刻，如「限期 15天 在 18:00」；末日全天有效的寫「在 24:00」。',
      ],
    ),
    bad: sla(['start opened', 'stop answered', 'within 15 days']),
    good: sla(['start opened', 'stop answered', 'within 15 days at 18:00']),
  },
  BY566: {
    ...worded(
      'error',
      ['Roles beside people', '角色与人员混用', '角色與人員混用'],
      [
        'some are told by their role, others by a reference',
        '有的升级写角色，有的写具体人员',
        '有的升級寫角色，有的寫具體人員',
      ],
      [
        'Write roles everywhere (`manager`, `director`), or references everywhere (`owner.manager`).',
        '请统一写角色（如“主管”），或统一写引用（如“负责人.上级”）。',
        '請統一寫角色（如「主管」），或統一寫引用（如「負責人.上級」）。',
      ],
    ),
    bad: sla([
      'start arrived',
      'stop answered',
      'within 4 working hours',
      'escalate to owner at breach',
      'escalate to director 1 working day after',
    ]),
    good: sla([
      'start arrived',
      'stop answered',
      'within 4 working hours',
      'escalate to owner at breach',
      'escalate to owner.manager 1 working day after',
    ]),
  },
  BY567: {
    ...worded(
      'error',
      ['The next row of another record', '下一笔不是同类记录', '下一筆不是同類紀錄'],
      [
        '`next` is not followed by a time of {record}',
        '“下一笔”之后不是{record}的时间',
        '「下一筆」之後不是{record}的時間',
      ],
      [
        '`next` goes from a row to the next of the same record: `for each Visit`, `stop next Visit.at within lead`.',
        '“下一笔”指同一记录的下一行：“适用于 每笔 拜访”“停止 下一笔 拜访.时间 同一 客户”。',
        '「下一筆」指同一紀錄的下一列：「適用於 每筆 拜訪」「停止 下一筆 拜訪.時間 同一 客戶」。',
      ],
    ),
    bad: sla(
      ['start arrived', 'stop next Visit.at within lead', 'within 4 working hours'],
      'for each Lead',
      visit,
    ),
    good: sla(['start at', 'stop next Visit.at within lead', 'within 15 days'], 'for each Visit', visit),
  },
  BY568: {
    ...worded(
      'error',
      ['An hour for what is not counted in days', '限期不按天计', '限期不按天計'],
      [
        'nothing here is counted in days that could end at this hour',
        '这里没有按天计的限期，不能写几点截止',
        '這裡沒有按天計的限期，不能寫幾點截止',
      ],
      [
        'Leave the hour out: hours end when they are over, working days at closing time.',
        '请删去时刻：按小时计的到时即止，按工作日计的到下班为止。',
        '請刪去時刻：按小時計的到時即止，按工作日計的到下班為止。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered', 'within 3 working days at 18:00']),
    good: sla(['start arrived', 'stop answered', 'within 3 days at 18:00']),
  },
  BY569: {
    ...worded(
      'error',
      ['No warning to tell of', '没有预警', '沒有預警'],
      [
        'this is told at the warning, and there is none',
        '这里写在预警时升级，但没有预警',
        '這裡寫在預警時升級，但沒有預警',
      ],
      [
        'Write when to warn: `warn at 80%`.',
        '请写明何时预警，如“预警 在 80%”。',
        '請寫明何時預警，如「預警 在 80%」。',
      ],
    ),
    bad: sla(['start arrived', 'stop answered', 'within 4 working hours', 'escalate to manager at warning']),
    good: sla([
      'start arrived',
      'stop answered',
      'within 4 working hours',
      'warn at 80%',
      'escalate to manager at warning',
    ]),
  },
} as const satisfies { readonly [code: string]: Entry }
