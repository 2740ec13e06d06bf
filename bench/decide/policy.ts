import { kinds, type Limit, limits, type Penalty, penalties, roles } from './rules.ts'

/** The same tables as a policy. */
export function policyText(): string {
  return `policy bench {
  language en
  currency CNY
}
record Quote {
  id text key
  role one of ${roles.join(', ')}
  class one of A, B, C
  discount percent
  margin percent
  amount money up to 1亿
}
record Offence {
  id text key
  kind one of ${kinds.join(', ')}
  nth count
  loss money up to 1亿
}
decision authority for each Quote {
  table first match {
    | role | class | discount | margin | amount | => verdict | => level |
${limits.map((row) => `    ${line(limitCells(row))}`).join('\n')}
  }
}
decision penalty for each Offence {
  table first match {
    | kind | nth | loss | => points | => measure |
${penalties.map((row) => `    ${line(penaltyCells(row))}`).join('\n')}
  }
}
`
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function limitCells(row: Limit) {
  const { discountUpTo, marginFrom, amountUpTo } = row
  return [
    row.role ?? '-',
    row.class ?? '-',
    discountUpTo === undefined ? '-' : `up to ${percent(discountUpTo)}`,
    marginFrom === undefined ? '-' : `>= ${percent(marginFrom)}`,
    amountUpTo === undefined ? '-' : `up to ${amountUpTo} CNY`,
    row.verdict,
    row.level,
  ]
}

function penaltyCells(row: Penalty) {
  return [
    row.kind ?? '-',
    row.nthUpTo === undefined ? '-' : `<= ${row.nthUpTo}`,
    row.lossUpTo === undefined ? '-' : `up to ${row.lossUpTo} CNY`,
    row.points,
    row.measure,
  ]
}

/** 0.035 is 3.5 %: the point is moved in the text. */
function percent(share: number): string {
  const [whole = '0', rest = ''] = String(share).split('.')
  const digits = rest.padEnd(2, '0')
  const more = digits.slice(2)
  return `${Number(`${whole}${digits.slice(0, 2)}`)}${more === '' ? '' : `.${more}`}%`
}
