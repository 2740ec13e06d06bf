import { parseDecimal, scorePicture } from '../../../../src/index.ts'
import { language, say } from '../../state/language.ts'
import { grouped } from '../../ui/decimal.ts'
import { words } from '../../words/charts.ts'
import type { PersonChartAnswer } from '../../work/charts-protocol.ts'
import { type Drawing, Figure, Picture, Readout } from './figure.tsx'
import { unread, useRoving } from './roving.ts'

type Card = PersonChartAnswer['scorecards'][number]
type Indicator = Card['indicators'][number]

/** A scorecard: each indicator a bar as long as its score and as thick as its weight. */
export function ScorecardChart({ card }: { readonly card: Card }) {
  const comma = language.value === 'en' ? ', ' : '，'
  const total = [card.total, ...card.also.map(({ label, text }) => `${label} ${text}`)].join(comma)
  return (
    <Figure
      title={say(words.scorecard, { title: card.title, total })}
      desc={say(words.scoreTold)}
      twin={{
        columns: [
          { id: 'label', title: say(words.indicator), cell: ({ label }: Indicator) => label },
          { id: 'weight', title: say(words.weight), numeric: true, cell: ({ weight }: Indicator) => weight },
          { id: 'score', title: say(words.score), numeric: true, cell: ({ score }: Indicator) => score },
          {
            id: 'points',
            title: say(words.points),
            numeric: true,
            cell: ({ points }: Indicator) => (points === undefined ? '–' : grouped(points)),
          },
        ],
        rows: card.indicators,
        keyOf: ({ label }) => label,
      }}
      draw={(drawing) => <Scores card={card} {...drawing} />}
    />
  )
}

function Scores({ card: { indicators }, width, title, desc }: Drawing & { card: Card }) {
  const before = width < 440 ? 104 : 170
  const picture = scorePicture(
    indicators.map(({ label, share, scored }) => {
      const [weight, score] = [parseDecimal(share ?? ''), parseDecimal(scored ?? '')]
      return { label, ...(weight && { weight }), ...(score && { score }) }
    }),
    { width, before, behind: 110, language: language.value },
  )
  const roving = useRoving(indicators.length)
  const text = ({ label, score, weight }: Indicator) => say(words.score1, { label, score, weight })
  const seen = roving.seen === undefined ? undefined : indicators[roving.seen]
  return (
    <>
      <Picture drawing={{ width, title, desc }} height={picture.height} roving={roving}>
        <g {...unread}>
          {picture.across.map(({ at, text: own }) => (
            <g key={at}>
              <line class="grid" x1={at} x2={at} y1="2" y2={picture.height - 20} />
              <text class="tick" x={at} y={picture.height - 6} text-anchor="middle">
                {own}
              </text>
            </g>
          ))}
        </g>
        {picture.bars.map(({ top, height, until, label }, at) => {
          const indicator = indicators[at]
          return (
            <g
              key={label}
              {...roving.item(at, indicator ? text(indicator) : '')}
              class={roving.seen === at ? 'bar seen' : 'bar'}
            >
              <rect class="room" x="0" y={top - 3} width={width} height={height + 6} />
              {until !== undefined && (
                <rect
                  class="total"
                  x={picture.nought}
                  y={top}
                  width={Math.max(1, Number(until) - Number(picture.nought))}
                  height={height}
                />
              )}
            </g>
          )
        })}
        <g class="texts" {...unread}>
          {picture.bars.map(({ top, height, until, label, short }, at) => (
            <g key={label}>
              <text class="name" x={before - 8} y={top + height / 2} dy="0.32em" text-anchor="end">
                {short}
              </text>
              <text class="value" x={width - 4} y={top + height / 2} dy="0.32em" text-anchor="end">
                {until === undefined ? '–' : `${indicators[at]?.score} × ${indicators[at]?.weight}`}
              </text>
            </g>
          ))}
        </g>
        <line class="axis" x1={picture.nought} x2={picture.nought} y1="2" y2={picture.height - 20} />
      </Picture>
      <Readout text={seen && text(seen)} hint={say(roving.how)} />
    </>
  )
}
