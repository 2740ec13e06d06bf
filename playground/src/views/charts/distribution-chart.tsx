import { useState } from 'preact/hooks'
import {
  compareDecimals,
  exactDecimal,
  histogramOf,
  histogramPicture,
  parseDecimal,
} from '../../../../src/index.ts'
import { language, say } from '../../state/language.ts'
import { grouped } from '../../ui/decimal.ts'
import { words } from '../../words/charts.ts'
import type { PersonRow } from '../../work/protocol.ts'
import { choose } from '../people/columns.tsx'
import { type Drawing, Figure, Picture, Readout } from './figure.tsx'
import { Legend } from './legend.tsx'
import { unread, useRoving } from './roving.ts'

type Bins = ReturnType<typeof histogramOf>
type Row = { readonly from: string; readonly until: string; readonly was: number; readonly is: number }

/** How many people are paid how much, in both versions. */
export function DistributionChart(props: {
  readonly rows: readonly PersonRow[]
  readonly currency: string
  readonly compared: boolean
}) {
  const { rows, currency, compared } = props
  const own = rows.filter((row) => row.currency === currency)
  const now = own.flatMap(({ total }) => parseDecimal(total.exact ?? '') ?? [])
  const was = compared ? own.flatMap(({ before }) => parseDecimal(before ?? '') ?? []) : []
  const bins = histogramOf([now, was])
  const [chosen, pick] = useState<number | undefined>(undefined)
  const missing = own.length - now.length
  const bin = chosen === undefined ? undefined : bins[chosen]
  const inside = bin ? own.filter(({ total }) => within(total.exact, bin)) : []
  return (
    <Figure
      title={currency === '' ? say(words.distribution) : `${say(words.distribution)} (${currency})`}
      desc={[
        say(words.distributionTold, { currency, n: now.length }),
        ...(missing > 0 ? [say(words.notDecided, { n: missing })] : []),
      ].join(' ')}
      twin={{
        columns: [
          { id: 'from', title: say(words.from), numeric: true, cell: ({ from }: Row) => from },
          { id: 'until', title: say(words.under), numeric: true, cell: ({ until }: Row) => until },
          ...(compared
            ? [{ id: 'was', title: say(words.peopleBefore), numeric: true, cell: ({ was: n }: Row) => n }]
            : []),
          { id: 'is', title: say(words.people), numeric: true, cell: ({ is }: Row) => is },
        ],
        rows: rowsOf(bins).filter(({ was: a, is }) => a > 0 || is > 0),
        keyOf: ({ from }) => from,
      }}
      draw={(drawing) => <Bars bins={bins} compared={compared} open={pick} {...drawing} />}
      below={
        inside.length > 0 && (
          <div class="inside">
            <h4>{say(words.inBin)}</h4>
            <ul>
              {inside.slice(0, 100).map((row) => (
                <li key={row.key}>
                  <button type="button" onClick={() => choose(row)}>
                    {row.key} {row.label} <span class="quiet">{row.total.shown}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      }
    />
  )
}

function Bars(props: Drawing & { bins: Bins; compared: boolean; open: (at: number) => void }) {
  const { bins, compared, open, width, title, desc } = props
  const height = 240
  const picture = histogramPicture(bins, { width, height, language: language.value })
  const rows = rowsOf(bins)
  const roving = useRoving(bins.length, open)
  if (!picture) return <p class="quiet">{say(words.nothingPaid)}</p>
  const text = (at: number) => {
    const { from = '', until = '', is = 0, was = 0 } = rows[at] ?? {}
    const bin = say(words.bin, { from, until, n: is })
    return compared && was !== is ? say(words.binWas, { bin, was }) : bin
  }
  const { base, left, right } = picture
  return (
    <>
      <Legend compared={compared} bars />
      <Picture drawing={{ width, title, desc }} height={height} roving={roving}>
        <g {...unread}>
          {picture.up.map(({ at, text: own }) => (
            <g key={at}>
              <line class="grid" x1={left} x2={right} y1={at} y2={at} />
              <text class="tick" x={left - 6} y={at} dy="0.32em" text-anchor="end">
                {own}
              </text>
            </g>
          ))}
          {picture.across.map(({ at, text: own }) => (
            <text key={at} class="tick" x={at} y={height - 12} text-anchor="middle">
              {own}
            </text>
          ))}
        </g>
        {picture.bins.map(({ from, until, tops: [is = base, was = base] }, at) => (
          <g key={from} {...roving.item(at, text(at))} class={roving.seen === at ? 'bar seen' : 'bar'}>
            <rect
              class="room"
              x={from}
              y={12}
              width={Number(until) - Number(from)}
              height={Number(base) - 12}
            />
            <path class="bin after" d={`M${from} ${base}V${is}H${until}V${base}Z`} />
            {compared && <path class="bin before" d={`M${from} ${base}V${was}H${until}V${base}`} />}
          </g>
        ))}
        <line class="axis" x1={left} x2={right} y1={base} y2={base} />
      </Picture>
      <Readout text={roving.seen === undefined ? undefined : text(roving.seen)} hint={say(roving.how)} />
    </>
  )
}

function rowsOf(bins: Bins): readonly Row[] {
  return bins.map(({ from, until, counts: [is = 0, was = 0] }) => ({
    from: grouped(exactDecimal(from)),
    until: grouped(exactDecimal(until)),
    was,
    is,
  }))
}

function within(exact: string | undefined, { from, until }: Bins[number]): boolean {
  const amount = parseDecimal(exact ?? '')
  return amount !== undefined && compareDecimals(amount, from) >= 0 && compareDecimals(amount, until) < 0
}
