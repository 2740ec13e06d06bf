import { barsPicture, parseDecimal } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { compareExact, signOf } from '../../ui/decimal.ts'
import { signed } from '../../ui/money.tsx'
import { words } from '../../words/charts.ts'
import type { PersonRow } from '../../work/protocol.ts'
import { choose } from '../people/columns.tsx'
import { Bars } from './bars.tsx'
import { Figure } from './figure.tsx'

/** So many on either side are drawn; the table has all. */
const most = 10

/** Whose pay goes up and whose goes down the most against the base version. */
export function WinnersChart({
  rows,
  currency,
}: {
  readonly rows: readonly PersonRow[]
  readonly currency: string
}) {
  const changed = rows
    .filter((row) => row.currency === currency && row.change !== undefined && signOf(row.change) !== 0)
    .toSorted((a, b) => compareExact(b.change ?? '0', a.change ?? '0'))
  if (changed.length === 0) return null
  const gains = changed.filter(({ change = '0' }) => signOf(change) > 0)
  const losses = changed.filter(({ change = '0' }) => signOf(change) < 0)
  const drawn = [...gains.slice(0, most), ...losses.slice(-most)]
  return (
    <Figure
      title={currency === '' ? say(words.winners) : `${say(words.winners)} (${currency})`}
      desc={say(words.winnersTold, { gain: gains.length, lose: losses.length, currency })}
      twin={{
        columns: [
          { id: 'person', title: say(words.person), cell: nameOf },
          {
            id: 'change',
            title: say(words.change),
            numeric: true,
            cell: ({ change = '0' }: PersonRow) => signed(change),
          },
        ],
        rows: changed,
        keyOf: ({ record, key }) => `${record} ${key}`,
        onRow: choose,
      }}
      draw={({ width, title, desc }) => {
        const picture = barsPicture(
          drawn.map((row) => ({
            label: nameOf(row),
            change: parseDecimal(row.change ?? '') ?? { digits: 0n, scale: 0 },
          })),
          { width, row: 28, before: width < 440 ? 104 : 150, behind: 104 },
        )
        return (
          <Bars
            title={title}
            desc={desc}
            picture={picture}
            bars={picture.bars.map((bar, i) => {
              const row = drawn[i]
              const change = signed(row?.change ?? '0')
              return {
                ...bar,
                from: picture.nought,
                value: change,
                text: say(words.bar, { who: row ? nameOf(row) : '', change: `${change} ${currency}` }),
              }
            })}
            open={(at) => {
              const row = drawn[at]
              if (row) choose(row)
            }}
          />
        )
      }}
    />
  )
}

function nameOf({ key, label }: PersonRow): string {
  return label === undefined ? key : `${key} ${label}`
}
