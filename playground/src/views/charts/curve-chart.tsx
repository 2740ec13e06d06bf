import { curvePicture } from '../../../../src/index.ts'
import { person } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import type { Column } from '../../ui/table.tsx'
import { words } from '../../words/charts.ts'
import type { ClauseCurve, CurveDot } from '../../work/charts-protocol.ts'
import { type Drawing, Figure, Picture, Readout } from './figure.tsx'
import { Legend } from './legend.tsx'
import { unread, useRoving } from './roving.ts'

/** So many people are drawn at most; the table has all. */
const mostDots = 1200
/** How near a dot the pointer must come. */
const reach = 24

/** What the tiers of a clause pay, in both versions, and where everybody stands. */
export function CurveChart({ curve }: { readonly curve: ClauseCurve }) {
  const compared = curve.before.length > 0
  const measured = curve.measured || say(words.theMeasure)
  const told = { measured, n: curve.people.length }
  return (
    <Figure
      wide
      title={say(words.curve, { clause: curve.title })}
      desc={say(curve.perBase ? words.curveShare : words.curveTold, told)}
      twin={{
        columns: columnsOf(curve, compared, measured),
        rows: curve.people,
        keyOf: ({ record, key, of }) => `${record} ${key} ${of ?? ''}`,
        onRow: openDot,
      }}
      draw={(drawing) => <Curve curve={curve} compared={compared} {...drawing} />}
      below={<Cliffs curve={curve} compared={compared} />}
    />
  )
}

function Curve({ curve, compared, width, title, desc }: Drawing & { curve: ClauseCurve; compared: boolean }) {
  const height = Math.round(Math.min(380, Math.max(240, width * 0.5)))
  const picture = curvePicture(curve, { width, height, language: language.value, most: mostDots })
  const dots = picture.dots.filter(
    ({ side, index }) => side === 'after' || curve.people[index]?.after === undefined,
  )
  const order = dots.toSorted((a, b) => Number(a.x) - Number(b.x) || Number(a.y) - Number(b.y))
  const olds = new Map(picture.dots.flatMap((dot) => (dot.side === 'before' ? [[dot.index, dot]] : [])))
  const dotAt = (at: number | undefined) =>
    at === undefined ? undefined : curve.people[order[at]?.index ?? -1]
  const roving = useRoving(order.length, (at) => {
    const dot = dotAt(at)
    if (dot) openDot(dot)
  })
  const nearest = (event: MouseEvent & { currentTarget: SVGSVGElement }): number | undefined => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = width / box.width
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale]
    let found: { at: number; far: number } | undefined
    for (const [at, dot] of order.entries()) {
      const far = Math.hypot(Number(dot.x) - x, Number(dot.y) - y)
      if (far <= reach && (!found || far < found.far)) found = { at, far }
    }
    return found?.at
  }
  const { left, right, top, bottom } = picture
  const seen = dotAt(roving.seen)
  return (
    <>
      <Legend compared={compared} />
      <Picture
        drawing={{ width, title, desc }}
        height={height}
        roving={roving}
        pointed={{
          onPointerMove: (event) => roving.see(nearest(event)),
          onClick: (event) => {
            const dot = dotAt(nearest(event))
            if (dot) openDot(dot)
          },
        }}
      >
        <g {...unread}>
          {picture.cliffs.map(({ side, from, until, best, low }) => (
            <g key={`${side} ${from}`} class={`cliff ${side}`}>
              <rect
                x={from}
                y={top}
                width={Math.max(2, Number(until) - Number(from))}
                height={bottom - top}
                fill="url(#cliff-lines)"
              />
              <line x1={from} x2={from} y1={best} y2={low} />
              <path d={`M${from} ${low}l-5 -9h10Z`} />
            </g>
          ))}
          {picture.up.map(({ at, text }) => (
            <g key={at}>
              <line class="grid" x1={left} x2={right} y1={at} y2={at} />
              <text class="tick" x={left - 6} y={at} dy="0.32em" text-anchor="end">
                {text}
              </text>
            </g>
          ))}
          {picture.across.map(({ at, text }) => (
            <text key={at} class="tick" x={at} y={height - 18} text-anchor="middle">
              {text}
            </text>
          ))}
          <text class="tick" x={right} y={height - 3} text-anchor="end">
            {curve.measured || say(words.theMeasure)} →
          </text>
          <line class="axis" x1={left} x2={right} y1={picture.nought} y2={picture.nought} />
          {picture.pieces.map(({ side, from, to }) => (
            <line
              key={`${side} ${from} ${to}`}
              class={`curve ${side}`}
              x1={from[0]}
              y1={from[1]}
              x2={to[0]}
              y2={to[1]}
            />
          ))}
          {order.map(({ index, side, x, y }) => {
            const old = side === 'after' ? olds.get(index) : undefined
            const moved = old && (old.x !== x || old.y !== y)
            return moved ? (
              <g key={index}>
                <line class="moved" x1={old.x} y1={old.y} x2={x} y2={y} />
                <circle class="dot before" cx={old.x} cy={old.y} r="4" />
              </g>
            ) : null
          })}
        </g>
        {order.map(({ index, side, x, y }, at) => {
          const dot = curve.people[index]
          return (
            <circle
              key={index}
              {...roving.item(at, dot ? dotText(dot) : '')}
              class={`dot ${side}${roving.seen === at ? ' seen' : ''}`}
              cx={x}
              cy={y}
              r={roving.seen === at ? 7 : 4.5}
            />
          )
        })}
        <defs>
          <pattern id="cliff-lines" width="6" height="6" patternUnits="userSpaceOnUse">
            <path class="hatch" d="M-1 7L7 -1" />
          </pattern>
        </defs>
      </Picture>
      <Readout text={seen && dotText(seen)} hint={say(roving.how)} />
      {order.length < curve.people.length && (
        <p class="quiet">{say(words.thinned, { shown: order.length, all: curve.people.length })}</p>
      )}
    </>
  )
}

function Cliffs({ curve: { falls }, compared }: { readonly curve: ClauseCurve; readonly compared: boolean }) {
  if (falls.length === 0) return null
  return (
    <ul class="cliffs">
      {falls.map(({ side, best, from, pays: [high, low], even }) => (
        <li key={`${side} ${from}`}>
          {compared && <span class="quiet">{say(words[side])} · </span>}
          {say(words.cliff, { best, high, from, low })}
          {language.value === 'en' ? '; ' : '；'}
          {even === undefined ? say(words.cliffNever) : say(words.cliffEven, { even })}
        </li>
      ))}
    </ul>
  )
}

function openDot({ record, key }: CurveDot): void {
  person.value = { record, key }
}

function nameOf({ key, label, of }: CurveDot): string {
  const name = label === undefined ? key : `${key} ${label}`
  return of === undefined || of === results.value?.period ? name : `${name} (${of})`
}

/** Everything about a dot in one line, as it is read aloud and shown below the chart. */
function dotText(dot: CurveDot): string {
  const comma = language.value === 'en' ? ', ' : '，'
  return [
    say(words.dot, { who: nameOf(dot), x: dot.x, is: dot.is || dot.was }),
    ...(dot.was !== '' && dot.is !== '' && dot.was !== dot.is ? [say(words.dotWas, { was: dot.was })] : []),
    ...(dot.paid !== '' && dot.paid !== dot.is ? [say(words.dotPaid, { paid: dot.paid })] : []),
  ].join(comma)
}

function columnsOf(curve: ClauseCurve, compared: boolean, measured: string): readonly Column<CurveDot>[] {
  return [
    { id: 'person', title: say(words.person), cell: nameOf },
    { id: 'x', title: measured, numeric: true, cell: ({ x }) => x },
    ...(compared
      ? [{ id: 'was', title: say(words.tiersPaid), numeric: true, cell: ({ was }: CurveDot) => was || '–' }]
      : []),
    { id: 'is', title: say(words.tiersPay), numeric: true, cell: ({ is }) => is || '–' },
    {
      id: 'paid',
      title: `${say(words.clausePays)} (${curve.title})`,
      numeric: true,
      cell: ({ paid }) => paid || '–',
    },
  ]
}
