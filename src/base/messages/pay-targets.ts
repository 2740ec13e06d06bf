import type { Entry } from '../entry.ts'
import { withPolicy } from './example.ts'
import { worded } from './worded.ts'

const records = `record Team {
  id text key
  weight percent
}

`
const seat = `record Seat {
  id text key
  team Team
  units number from 0 up to 10
}

`
const withTeams = (lines: string, more = ''): string =>
  withPolicy(`${records}${more}target plan {
  total 1_000_000 CNY per year
${lines}
}
`)
const withPeriods = (lines: string): string =>
  withPolicy(`target plan {
  total 1_000_000 CNY per year
${lines}
}
`)
const teams = '  parts team_year by Team in proportion to weight, rounded down to 1 CNY, remainder to largest'
const change = (amounts: readonly [string, string], rest = 'from 2026-01-01 by Team') => `${teams}
  change "To the south" ${rest} keeps total {
    | team | amount       |
    | N    | ${amounts[0]} CNY |
    | S    | ${amounts[1]} CNY  |
  }`

/** Targets: how a total is broken down, changed and carried. */
export const targetMessages = {
  BY674: {
    ...worded(
      'error',
      ['A change that does not keep the total', '调整未保持总额', '調整未保持總額'],
      [
        'the amounts come to {sum}, and not to 0: the total is not kept',
        '各行金额合计为 {sum}，不为 0，总额并未保持不变',
        '各列金額合計為 {sum}，不為 0，總額並未保持不變',
      ],
      [
        'Mend the amounts, or write `moves total`.',
        '请更正金额，或写“总额变动”。',
        '請更正金額，或寫「總額變動」。',
      ],
    ),
    bad: withTeams(change(['-3_000', '2_000'])),
    good: withTeams(change(['-3_000', '3_000'])),
  },
  BY675: {
    ...worded(
      'error',
      ['Weights of periods that do not total 100 %', '期间权重合计不是 100%', '期間權重合計不是 100%'],
      [
        'these weights total {sum}, and not 100%',
        '这些权重合计为 {sum}，而不是 100%',
        '這些權重合計為 {sum}，而不是 100%',
      ],
      [
        'Mend them so that the periods that make up one period total 100%.',
        '请更正，使组成同一期间的各行合计为 100%。',
        '請更正，使組成同一期間的各列合計為 100%。',
      ],
    ),
    bad: withPeriods(`  parts by_half by half-year, remainder to last {
    | half | weight |
    | H1   | 45%    |
    | H2   | 45%    |
  }`),
    good: withPeriods(`  parts by_half by half-year, remainder to last {
    | half | weight |
    | H1   | 45%    |
    | H2   | 55%    |
  }`),
  },
  BY676: {
    ...worded(
      'error',
      ['No part of what stands before', '不是上一层级的组成部分', '不是上一層級的組成部分'],
      [
        '{name} is no part of {before}: neither a finer period, nor a record that refers to it',
        '{name} 不属于 {before}：既不是更细的期间，也没有指向它的引用',
        '{name} 不屬於 {before}：既不是更細的期間，也沒有指向它的參照',
      ],
      [
        'Parts go from coarse to fine: year, quarter, month; and to a record with a reference to the one before.',
        '层级须由粗到细：年、季度、月；记录须有指向上一层级记录的引用。',
        '層級須由粗到細：年、季度、月；紀錄須有指向上一層級紀錄的參照。',
      ],
    ),
    bad: withPeriods(`  parts monthly by month, remainder to last
  parts quarterly by quarter, remainder to last`),
    good: withPeriods(`  parts quarterly by quarter, remainder to last
  parts monthly by month, remainder to last`),
  },
  BY677: {
    ...worded(
      'error',
      ['A target without a total or parts', '目标缺少总额或分解', '目標缺少總額或分解'],
      [
        '{name} needs a `total … per year` and at least one line of `parts`',
        '{name} 须有“总额 … 每年”和至少一行“分解”',
        '{name} 須有「總額 … 每年」和至少一行「分解」',
      ],
      [
        'Write what is broken down, and by what.',
        '请写明要分解的总额及其分解依据。',
        '請寫明要分解的總額及其分解依據。',
      ],
    ),
    bad: withPolicy(`${records}target plan {
${teams}
}
`),
    good: withTeams(teams),
  },
  BY678: {
    ...worded(
      'error',
      ['A change inside a period', '调整发生在期间中途', '調整發生在期間中途'],
      [
        '{day} begins no {period}, the finest period of the target',
        '{day} 不是目标最细期间（{period}）的首日',
        '{day} 不是目標最細期間（{period}）的首日',
      ],
      [
        'Let the change begin with a period, or break the target down to finer ones.',
        '请让调整自期间首日起，或将目标分解到更细的期间。',
        '請讓調整自期間首日起，或將目標分解到更細的期間。',
      ],
    ),
    bad: withTeams(`  parts quarterly by quarter, remainder to last
${change(['-3_000', '3_000'], 'from 2026-08-01 by Team')}`),
    good: withTeams(`  parts quarterly by quarter, remainder to last
${change(['-3_000', '3_000'], 'from 2026-07-01 by Team')}`),
  },
  BY679: {
    ...worded(
      'error',
      ['A change of no level', '调整的对象不在分解之列', '調整的對象不在分解之列'],
      ['no line of parts is by {name}', '没有一行分解是到 {name} 的', '沒有一列分解是到 {name} 的'],
      [
        'Name a record of the lines above, or change the total: `change from 2026-07-01 plus 5_000 CNY moves total`.',
        '请写上文分解到的记录，或调整总额：“调整 自 2026-07-01 加上 5000元 总额变动”。',
        '請寫上文分解到的紀錄，或調整總額：「調整 自 2026-07-01 加上 5000元 總額變動」。',
      ],
    ),
    bad: withTeams(
      `  parts by_seat by Seat in proportion to units, remainder to largest
${change(['-3_000', '3_000'], 'from 2026-01-01 by Team').split('\n').slice(1).join('\n')}`,
      seat,
    ),
    good: withTeams(
      `  parts by_seat by Seat in proportion to units, remainder to largest
${change(['-3_000', '3_000'], 'from 2026-01-01 by Seat').split('\n').slice(1).join('\n')}`,
      seat,
    ),
  },
  BY680: {
    ...worded(
      'error',
      ['A change without clear amounts', '调整的金额不明确', '調整的金額不明確'],
      [
        'a change names rows by their keys, each once with an amount, or one amount for the whole',
        '调整须按主键逐行写明金额，每个对象一行；或写明总额的一个金额',
        '調整須按主鍵逐列寫明金額，每個對象一列；或寫明總額的一個金額',
      ],
      [
        'Write `by Team keeps total { | team | amount | … }`, or `plus 5_000 CNY moves total`.',
        '请写“按 团队 总额不变 { | 团队 | 金额 | … }”，或“加上 5000元 总额变动”。',
        '請寫「按 團隊 總額不變 { | 團隊 | 金額 | … }」，或「加上 5000元 總額變動」。',
      ],
    ),
    bad: withTeams(change(['-3_000', '3_000'], 'from 2026-01-01 by Team').replace('| S ', '| N ')),
    good: withTeams(change(['-3_000', '3_000'], 'from 2026-01-01 by Team')),
  },
  BY681: {
    ...worded(
      'error',
      ['Carried without a share or a reserve', '承担缺少比例或预留', '承擔缺少比例或預留'],
      [
        '{name} says which share of a part is carried, and where the rest goes',
        '{name} 须写明承担的比例以及余下部分的归属',
        '{name} 須寫明承擔的比例以及餘下部分的歸屬',
      ],
      [
        'Write `assigned quota by Seat in proportion to ramp, reserve team_reserve by Team`.',
        '请写“承担 个人目标 到 岗位 按 爬坡比例, 预留 团队预留 到 团队”。',
        '請寫「承擔 個人目標 到 職位 按 爬坡比例, 預留 團隊預留 到 團隊」。',
      ],
    ),
    bad: withTeams(`${teams}
  assigned quota by Team in proportion to 80%`),
    good: withTeams(`${teams}
  assigned quota by Team in proportion to 80%, reserve kept`),
  },
  BY682: {
    ...worded(
      'error',
      ['Rounded without a rule for the rest', '取整后余额无归属', '取整後餘額無歸屬'],
      [
        'parts are rounded down, and what is left over goes to one of them; what people carry is rounded down, and the reserve has the rest',
        '分解须向下舍去，并写明余额归谁；承担部分只写舍去，余下归预留',
        '分解須向下捨去，並寫明餘額歸誰；承擔部分只寫捨去，餘下歸預留',
      ],
      [
        'Write `rounded down to 1 CNY, remainder to largest`, or `first by hired`, or `last`.',
        '请写“尾数 舍去 到 1元, 余额 归于 最大者”，或“最先 按 入职日”、“最后”。',
        '請寫「尾數 無條件捨去 到 1元, 餘額 歸於 最大者」，或「最先 按 入職日」、「最後」。',
      ],
    ),
    bad: withTeams('  parts team_year by Team in proportion to weight, rounded down to 1 CNY'),
    good: withTeams(teams),
  },
  BY683: {
    ...worded(
      'error',
      ['Weights that do not fit the periods', '权重与期间不符', '權重與期間不符'],
      [
        'this takes one row for each {period} in its order ({count} rows), a number or name and a weight, and no `in proportion to`',
        '此处须按顺序为每个{period}写一行（共 {count} 行），含序号或名称及权重，且不再写“按”',
        '此處須按順序為每個{period}寫一列（共 {count} 列），含序號或名稱及權重，且不再寫「按」',
      ],
      [
        'Number them: Q1 to Q4, H1 and H2, 1 to 12; or 1 to 3 for the months of each quarter.',
        '请编号：Q1 至 Q4、H1 和 H2、1 至 12；或以 1 至 3 表示每季的各月。',
        '請編號：Q1 至 Q4、H1 和 H2、1 至 12；或以 1 至 3 表示每季的各月。',
      ],
    ),
    bad: withPeriods(`  parts by_half by half-year, remainder to last {
    | half | weight |
    | H2   | 45%    |
    | H1   | 55%    |
  }`),
    good: withPeriods(`  parts by_half by half-year, remainder to last {
    | half | weight |
    | H1   | 55%    |
    | H2   | 45%    |
  }`),
  },
} as const satisfies { readonly [code: string]: Entry }
