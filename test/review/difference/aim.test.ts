import { describe, expect, test } from 'vitest'
import { type ClauseDifference, differenceOf } from '../../../src/review/difference/difference.ts'
import { expectToDiffer, version } from './versions.ts'

/** The clause of a policy that was changed in one place, with its example: both versions were run on it. */
function exampleFor(text: string, was: string, becomes: string, clause: string): ClauseDifference {
  const [old, next] = [text, text.replace(was, becomes)].map(
    (one) => version([{ name: 'p.bylaw', text: one }]).plan,
  )
  if (!old || !next) throw new Error('no plans')
  const found = differenceOf(old, next).clauses.find((one) => one.next?.id === clause)
  if (!found) throw new Error('no clause')
  expectToDiffer(old, next, found)
  return found
}

type Offence = { readonly kind: string; readonly day: number; readonly quarter: string }

function offencesOf({ example }: ClauseDifference): readonly Offence[] {
  const day = (cell: unknown) => Date.parse(`${String(cell)}T00:00Z`) / 86_400_000
  return (example?.rows.next.Offence ?? [])
    .map(({ kind, done, found }) => ({
      kind: String(kind),
      day: day(done),
      quarter: `${String(found).slice(0, 4)} ${Math.ceil(Number(String(found).slice(5, 7)) / 3)}`,
    }))
    .sort((a, b) => a.day - b.day)
}

/** Which offence of its kind each is within the window, the day itself among its days. */
function occurrences(offences: readonly Offence[], days: number): readonly number[] {
  return offences.map(
    ({ kind, day }, i) =>
      offences.filter((one, j) => j <= i && one.kind === kind && one.day > day - days).length,
  )
}

const offences = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Offence { id text key; rep Rep; kind one of late, loud; done date; found date posting }
penalty points for each Offence to rep posting found {
  nth in last 90 days within rep, kind by done
  table unique {
    | kind | nth    | => deducted | => talk |
    | late | 1      | 1           | false   |
    | late | 2      | 2           | false   |
    | late | from 3 | 4           | false   |
    | loud | 1      | 10          | false   |
    | loud | 2      | 20          | false   |
    | loud | from 3 | 20           | true    |
  }
}
value total for Rep per quarter = sum(points.deducted)
bonus paid for Rep per quarter {
  start 100 CNY
  plus 20 CNY when total <= 20
  plus 10 CNY when total <= 5
  round 0.01 half-up
}
`

const deducted: { readonly [kind: string]: readonly number[] } = { late: [1, 2, 4], loud: [10, 20, 20] }

/** In cents. */
function paid(list: readonly Offence[], quarter: string, third: number): number {
  const nth = occurrences(list, 90)
  const total = list.reduce((sum, one, i) => {
    const at = Math.min(nth[i] ?? 1, 3)
    const own = one.kind === 'loud' && at === 3 ? third : (deducted[one.kind]?.[at - 1] ?? 0)
    return one.quarter === quarter ? sum + own : sum
  }, 0)
  return total <= 5 ? 130_00 : total <= 20 ? 120_00 : 100_00
}

describe('an example is found', { timeout: 60_000 }, () => {
  test('of the third of a kind within a window: it has two others before it', () => {
    const found = exampleFor(offences, '| loud | from 3 | 20  ', '| loud | from 3 | 19  ', 'points')
    const list = offencesOf(found)
    const nth = occurrences(list, 90)
    expect(list.some(({ kind }, i) => kind === 'loud' && (nth[i] ?? 0) >= 3)).toBe(true)
  })

  test('of what hangs on it: a total that only one version brings over a bound', () => {
    const found = exampleFor(offences, '| loud | from 3 | 20  ', '| loud | from 3 | 19  ', 'paid')
    const quarter = found.example?.found.next?.period?.key.replace('-Q', ' ') ?? ''
    const list = offencesOf(found)
    const [old, next] = [20, 19].map((third) => paid(list, quarter, third))
    const [part] = found.example?.found.parts ?? []
    expect([part?.old, part?.next]).toEqual([
      expect.objectContaining({ digits: BigInt(old ?? 0) }),
      expect.objectContaining({ digits: BigInt(next ?? 0) }),
    ])
    expect(old).not.toBe(next)
  })

  test('of a window that is a day longer: two as many days apart as the shorter one is long', () => {
    const found = exampleFor(offences, 'last 90 days', 'last 91 days', 'points')
    const [first, second] = offencesOf(found)
    expect([first?.kind, (second?.day ?? 0) - (first?.day ?? 0)]).toEqual([second?.kind, 90])
  })

  test('of a level that no indicator reaches alone', () => {
    const card = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep { id text key }
record Marks { rep Rep; quarter quarter; sales points from 0 up to 100; service points from 0 up to 100; care points from 0 up to 100 }
scorecard card for Rep per quarter {
  indicator sales weight 40% { score points only(Marks.sales) from 0 up to 100 }
  indicator service weight 30% { score points only(Marks.service) from 0 up to 100 }
  indicator care weight 30% {
    actual only(Marks.care)
    score steps {
      | care                | points |
      | under 20            | 40     |
      | from 20 to under 50 | 61     |
      | from 50             | 90     |
    }
  }
  round 0.01 half-up
  levels {
    | from | => level | => factor |
    | 0    | low      | 0.50      |
    | 85   | high     | 1.00      |
  }
}
bonus pay for Rep per quarter {
  start 1000 CNY
  times card.factor
  round 0.01 half-up
}
`
    const found = exampleFor(card, '| 61  ', '| 60  ', 'pay')
    const [marks] = found.example?.rows.next.Marks ?? []
    // In thousandths of a point, cut as the score is rounded.
    const [sales, service] = [marks?.sales, marks?.service].map((one) => Math.round(Number(one) * 100))
    const score = (care: number) => Math.round(((sales ?? 0) * 40 + (service ?? 0) * 30 + care * 3000) / 100)
    expect(Number(marks?.care)).toBeGreaterThanOrEqual(20)
    expect(Number(marks?.care)).toBeLessThan(50)
    expect([score(61) >= 8500, score(60) >= 8500]).toEqual([true, false])
  })
})
