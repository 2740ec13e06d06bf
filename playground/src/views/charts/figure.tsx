import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { say } from '../../state/language.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { words } from '../../words/charts.ts'
import type { useRoving } from './roving.ts'

export type Twin<R> = {
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  readonly onRow?: (row: R) => void
}

/** What a picture is made of: how wide it is, and the names by which it is described. */
export type Drawing = { readonly width: number; readonly title: string; readonly desc: string }

/** A chart with its title, what it says in words, and the same numbers as a table. */
export function Figure<R>(props: {
  readonly title: string
  readonly desc: string
  readonly twin: Twin<R>
  readonly draw: (drawing: Drawing) => ComponentChildren
  readonly tools?: ComponentChildren
  readonly below?: ComponentChildren
  readonly wide?: boolean
}) {
  const { title, desc, twin, draw, tools, below, wide } = props
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [width, measure] = useState(560)
  const [table, show] = useState(false)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) measure(Math.max(260, Math.floor(entry.contentRect.width)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <figure class={wide ? 'chart wide' : 'chart'} aria-labelledby={`${id}-name`}>
      <div class="chart-head">
        <h3 id={`${id}-name`}>{title}</h3>
        {tools}
        <button type="button" aria-pressed={table} onClick={() => show(!table)}>
          {say(words.asTable)}
        </button>
      </div>
      <p class="quiet">{desc}</p>
      <div class="drawn" ref={frame}>
        {table ? (
          <div class="twin">
            <Table caption={title} {...twin} />
          </div>
        ) : (
          draw({ width, title, desc })
        )}
      </div>
      {below}
    </figure>
  )
}

/** The picture itself, with its name and its description. */
export function Picture(props: {
  readonly drawing: Drawing
  readonly height: number
  readonly roving: Pick<ReturnType<typeof useRoving>, 'chart' | 'how'>
  readonly pointed?: {
    readonly onPointerMove: (event: MouseEvent & { currentTarget: SVGSVGElement }) => void
    readonly onClick: (event: MouseEvent & { currentTarget: SVGSVGElement }) => void
  }
  readonly children: ComponentChildren
}) {
  const { drawing, height, roving, pointed, children } = props
  const id = useId()
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${height}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      {...roving.chart}
      {...pointed}
    >
      <title id={`${id}-title`}>{drawing.title}</title>
      <desc id={`${id}-desc`}>{`${drawing.desc} ${say(roving.how)}`}</desc>
      {children}
    </svg>
  )
}

/** What is pointed at or has the focus, in words; a reader of the screen hears it from the thing itself. */
export function Readout({ text, hint }: { readonly text: string | undefined; readonly hint: string }) {
  return (
    <p class="readout" aria-hidden="true">
      {text ?? <span class="quiet">{hint}</span>}
    </p>
  )
}
