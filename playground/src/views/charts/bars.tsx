import { say } from '../../state/language.ts'
import { Picture, Readout } from './figure.tsx'
import { unread, useRoving } from './roving.ts'

export type DrawnBar = {
  readonly side: 'gain' | 'lose' | 'total'
  readonly top: number
  readonly from: string
  readonly until: string
  readonly label: string
  /** What stands behind it, and what is said of it. */
  readonly value: string
  readonly text: string
}

/** Bars one below the other, each named before it and with its amount behind it. What is lost is hatched. */
export function Bars(props: {
  readonly title: string
  readonly desc: string
  readonly picture: { readonly width: number; readonly height: number; readonly nought: string }
  readonly bars: readonly DrawnBar[]
  readonly open: (at: number) => void
}) {
  const { title, desc, bars, open } = props
  const { width, height, nought } = props.picture
  const roving = useRoving(bars.length, open)
  const left = Math.min(...bars.flatMap(({ from, until }) => [Number(from), Number(until)]), Number(nought))
  return (
    <>
      <Picture drawing={{ width, title, desc }} height={height} roving={roving}>
        {bars.map(({ side, top, from, until, text }, at) => {
          const [a, b] = [Number(from), Number(until)].sort((one, other) => one - other)
          return (
            <g key={top} {...roving.item(at, text)} class={roving.seen === at ? 'bar seen' : 'bar'}>
              <rect class="room" x="0" y={top - 4} width={width} height="26" />
              <rect class={side} x={a} y={top} width={Math.max(1, (b ?? 0) - (a ?? 0))} height="18" />
              {side === 'lose' && (
                <rect
                  x={a}
                  y={top}
                  width={Math.max(1, (b ?? 0) - (a ?? 0))}
                  height="18"
                  fill="url(#lose-lines)"
                />
              )}
            </g>
          )
        })}
        <g class="texts" {...unread}>
          {bars.map(({ top, label, value }) => (
            <g key={top}>
              <text class="name" x={left - 8} y={top + 9} dy="0.32em" text-anchor="end">
                {label}
              </text>
              <text class="value" x={width - 4} y={top + 9} dy="0.32em" text-anchor="end">
                {value}
              </text>
            </g>
          ))}
        </g>
        <line class="axis" x1={nought} x2={nought} y1="2" y2={height - 2} />
        <defs>
          <pattern id="lose-lines" width="6" height="6" patternUnits="userSpaceOnUse">
            <path class="cut" d="M-1 7L7 -1" />
          </pattern>
        </defs>
      </Picture>
      <Readout
        text={roving.seen === undefined ? undefined : bars[roving.seen]?.text}
        hint={say(roving.how)}
      />
    </>
  )
}
