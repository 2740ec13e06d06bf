import { useState } from 'preact/hooks'
import {
  type Decimal,
  exactDecimal,
  parseDecimal,
  plusDecimals,
  waterfallPicture,
} from '../../../../src/index.ts'
import { language, say } from '../../state/language.ts'
import { show } from '../../state/place.ts'
import { compareExact, grouped, signOf } from '../../ui/decimal.ts'
import { signed } from '../../ui/money.tsx'
import { words } from '../../words/charts.ts'
import type { PersonChartAnswer } from '../../work/charts-protocol.ts'
import { Bars } from './bars.tsx'
import { Figure } from './figure.tsx'

type PaidClause = PersonChartAnswer['clauses'][number]
type Part = { readonly label: string; readonly change: string; readonly sum: string }

const zero: Decimal = { digits: 0n, scale: 0 }

/** From nought to what a person is paid, a clause at a time; of one clause, a step at a time. */
export function WaterfallChart(props: {
  readonly who: string
  readonly currency: string
  readonly clauses: readonly PaidClause[]
}) {
  const { who, currency, clauses } = props
  const [opened, open] = useState<string | undefined>(undefined)
  const clause = clauses.find(({ id }) => id === opened)
  const paid = partsOf(clauses)
  const held = clauses.filter((one) => one.held > 0)
  const inside = clause && clause.steps.length > 0 ? clause : undefined
  const parts = inside
    ? inside.steps.map(({ label, change, amount }): Part => ({ label, change, sum: amount }))
    : summed(paid)
  const total = parts.at(-1)?.sum ?? '0'
  const shown = `${grouped(total)} ${currency}`.trimEnd()
  const title = inside ? say(words.waterfallSteps, { clause: inside.title }) : say(words.waterfall, { who })
  return (
    <Figure
      title={title}
      desc={
        parts.length === 0
          ? say(words.nothingPaid)
          : inside
            ? say(words.stepsTold, { total: shown })
            : say(words.waterfallTold, { n: paid.length, total: shown })
      }
      tools={
        inside && (
          <button type="button" onClick={() => open(undefined)}>
            {say(words.allClauses)}
          </button>
        )
      }
      twin={{
        columns: [
          { id: 'label', title: say(inside ? words.step : words.clause), cell: ({ label }: Part) => label },
          {
            id: 'change',
            title: say(words.change),
            numeric: true,
            cell: ({ change }: Part) => signed(change),
          },
          { id: 'sum', title: say(words.sum), numeric: true, cell: ({ sum }: Part) => grouped(sum) },
        ],
        rows: parts,
        keyOf: ({ label, sum }) => `${label} ${sum}`,
      }}
      draw={({ width, title: name, desc }) => {
        if (parts.length === 0) return null
        const picture = waterfallPicture(
          parts.map(({ label, change }) => ({ label, change: parseDecimal(change) ?? zero })),
          say(words.total),
          { width, row: 28, before: width < 440 ? 104 : 170, behind: 104 },
        )
        return (
          <Bars
            title={name}
            desc={desc}
            picture={picture}
            bars={picture.bars.map((bar, i) => {
              const part = parts[i]
              const value = part ? signed(part.change) : grouped(total)
              return {
                ...bar,
                value,
                text: say(words.bar, {
                  who: part?.label ?? say(words.total),
                  change: `${value} ${currency}`.trimEnd(),
                }),
              }
            })}
            open={(at) => {
              if (inside) return
              const one = paid[at]
              if (one?.span) show(one.span)
              if (one && one.steps.length > 0) open(one.id)
            }}
          />
        )
      }}
      below={
        held.length > 0 && (
          <p class="held">
            {say(words.heldClauses, {
              clauses: held.map((one) => one.title).join(language.value === 'en' ? ', ' : '、'),
            })}
          </p>
        )
      }
    />
  )
}

/**
 * What the total is made of. What a payout lists is paid through it: where these come to it, they stand in its place.
 */
function partsOf(clauses: readonly PaidClause[]): readonly PaidClause[] {
  const some = clauses.filter(({ amount }) => amount !== undefined && signOf(amount) !== 0)
  const listed = some.filter((one) => one.listed)
  const sum = summed(listed).at(-1)?.sum
  const whole = some.find(
    (one) => !one.listed && sum !== undefined && compareExact(one.amount ?? '', sum) === 0,
  )
  return some.flatMap((one) => (one === whole ? listed : one.listed ? [] : [one]))
}

/** The clauses that pay, with the sum so far. */
function summed(paid: readonly PaidClause[]): readonly Part[] {
  let sum = zero
  return paid.map(({ title, amount = '0' }) => {
    const change = parseDecimal(amount) ?? zero
    sum = plusDecimals(sum, change)
    return { label: title, change: amount, sum: exactDecimal(sum) }
  })
}
