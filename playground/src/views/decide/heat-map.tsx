import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { language, say, together } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { now, opened } from '../../state/workspace.ts'
import { Choice } from '../../ui/choice.tsx'
import { words as decideWords } from '../../words/decide.ts'
import { words } from '../../words/heat.ts'
import '../../style/heat.css'
import { ask } from '../../work/client.ts'
import type { HeatAxisShown, HeatCellShown, HeatPart, HeatShown } from '../../work/protocol-decide.ts'
import { form, said } from './asking.ts'

type Found = { readonly of: string; readonly from: typeof opened.value; readonly map: HeatShown | undefined }
const found = signal<Found | undefined>(undefined)
/** What was chosen for each clause; nothing chosen: what most of its rows test. */
const chosen = signal<ReadonlyMap<string, { readonly across?: string; readonly down?: string }>>(new Map())
/** The cell that the keyboard is in. */
const reached = signal<readonly [row: number, column: number] | undefined>(undefined)

/** Every outcome of a clause along two of its inputs: a table by itself, which its colours only repeat. */
export function HeatMap() {
  const clause = form.value?.clause
  const run = results.value
  const own = said.value
  const at = now.value
  const spoken = language.value
  const axes = clause === undefined ? undefined : chosen.value.get(clause)
  useEffect(() => {
    if (clause === undefined || !run) return
    const wanted = { clause, said: own, language: spoken, ...(at !== undefined && { now: at }), ...axes }
    const from = opened.peek()
    void ask('decideHeat', wanted).then((reply) => {
      if (reply.is === 'answer') found.value = { of: clause, from, map: reply.answer }
    })
  }, [clause, run, own, at, spoken, axes])
  const isHere = found.value?.of === clause && found.value?.from === opened.value
  const map = isHere ? found.value?.map : undefined
  if (!map || clause === undefined) return null
  const { across, down } = map
  const choose = (wanted: { readonly across?: string; readonly down?: string }) => {
    const before = { across: across.path, down: down?.path ?? '' }
    reached.value = undefined
    // An input that was down and is wanted across leaves its place to the one that was there.
    const swapped = wanted.across === before.down && before.down !== '' ? { down: before.across } : {}
    const other = wanted.down === before.across ? { across: before.down || firstOther(map, wanted.down) } : {}
    chosen.value = new Map(chosen.value).set(clause, { ...before, ...swapped, ...other, ...wanted })
  }
  const options = map.axes.map(({ path, label }) => ({ value: path, label }))
  return (
    <section class="heat">
      <h3>{say(words.title)}</h3>
      <div class="tools">
        <Choice
          label={say(words.across)}
          value={across.path}
          options={options}
          choose={(path) => choose({ across: path })}
        />
        {options.length > 1 && (
          <Choice
            label={say(words.down)}
            value={down?.path ?? ''}
            options={[{ value: '', label: say(words.none) }, ...options]}
            choose={(path) => choose({ down: path })}
          />
        )}
      </div>
      <p class="quiet">{say(words.hint)}</p>
      {map.why.map((text) => (
        <p key={text} class="held">
          {say(words.missing, { why: text })}
        </p>
      ))}
      {[across, ...(down ? [down] : [])].map((axis) => (
        <Some key={axis.path} axis={axis} />
      ))}
      <Cells map={map} />
    </section>
  )
}

function firstOther({ axes }: HeatShown, path: string): string {
  return axes.find((one) => one.path !== path)?.path ?? path
}

function Some({ axis: { label, parts, first, all } }: { axis: HeatAxisShown }) {
  if (parts.length === all) return null
  return <p class="quiet">{say(words.some, { label, first: first + 1, last: first + parts.length, all })}</p>
}

function Cells({ map }: { map: HeatShown }) {
  const { across, down, cells, kinds } = map
  const caption = down
    ? say(words.caption, { across: across.label, down: down.label })
    : say(words.captionOne, { across: across.label })
  const [row, column] = reached.value ?? [Math.max(0, down?.now ?? 0), Math.max(0, across.now)]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="wide" tabIndex={0} aria-label={caption}>
      <table onKeyDown={move}>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {down ? (
              <th scope="col" rowSpan={2} class="corner">
                {down.label}
              </th>
            ) : (
              <td rowSpan={2} />
            )}
            <th scope="colgroup" colSpan={across.parts.length}>
              {across.label}
            </th>
          </tr>
          <tr>
            {across.parts.map((part, at) => (
              <th key={part.said} scope="col" class={at === across.now ? 'now' : undefined}>
                {partText(part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((line, j) => {
            const part = down?.parts[j]
            return (
              <tr key={part?.said ?? ''}>
                <th scope="row" class={down && j === down.now ? 'now' : undefined}>
                  {part ? partText(part) : say(words.outcome)}
                </th>
                {line.map((cell, i) => (
                  <Cell
                    key={across.parts[i]?.said}
                    cell={cell}
                    kinds={kinds}
                    values={[across.parts[i]?.said ?? '', part?.said]}
                    isNow={i === across.now && (down ? j === down.now : true)}
                    isReached={
                      j === Math.min(row, cells.length - 1) && i === Math.min(column, line.length - 1)
                    }
                    choose={() => {
                      const next = new Map(said.value).set(across.path, across.parts[i]?.said ?? '')
                      said.value = down && part ? next.set(down.path, part.said) : next
                      reached.value = [j, i]
                    }}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Cell(props: {
  readonly cell: HeatCellShown
  readonly kinds: number
  readonly values: readonly [across: string, down: string | undefined]
  readonly isNow: boolean
  readonly isReached: boolean
  readonly choose: () => void
}) {
  const { cell, kinds, values, isNow, isReached, choose } = props
  const { state, text, kind, same } = cell
  const shade = kind === undefined ? undefined : kinds < 2 ? 0 : Math.round((kind * shades) / (kinds - 1))
  const value = together(values.filter((one) => one !== undefined))
  return (
    <td class={isNow ? 'now' : undefined} data-state={state} data-shade={shade}>
      <button
        type="button"
        tabIndex={isReached ? 0 : -1}
        aria-current={isNow ? 'true' : undefined}
        title={same ? value : say(words.varies, { value })}
        onClick={choose}
      >
        {isNow && <span aria-hidden="true">▸ </span>}
        {!same && <span aria-hidden="true">≈ </span>}
        {state === 'decided' ? text : say(decideWords[state])}
        {!same && <span class="unseen"> ({say(words.variesBrief)})</span>}
        {isNow && <span class="unseen"> ({say(words.now)})</span>}
      </button>
    </td>
  )
}

/** The darkest shade; the lightest is 0. */
const shades = 5

const moves: { readonly [key: string]: readonly [number, number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrows go from cell to cell; the tab key goes past the whole table. */
function move(event: KeyboardEvent & { readonly currentTarget: HTMLTableElement }): void {
  const step = moves[event.key]
  const cell = event.target instanceof Element ? event.target.closest('td') : undefined
  const line = cell?.parentElement
  if (!step || !cell || !line?.parentElement) return
  event.preventDefault()
  const lines = [...line.parentElement.children]
  const row = lines.indexOf(line) + step[0]
  const column = [...line.querySelectorAll('td')].indexOf(cell) + step[1]
  const next = lines[row]?.querySelectorAll<HTMLButtonElement>('td button')[column]
  if (!next) return
  reached.value = [row, column]
  next.focus()
}

function partText({ word, other, low, high, isDay }: HeatPart): string {
  if (word !== undefined) return word
  if (other) return say(words.other)
  if (!low && !high) return say(words.all)
  if (low && high && low.text === high.text) return low.text
  const first = low && say(low.included ? words.from : isDay ? words.after : words.over, { at: low.text })
  const under = isDay ? words.before : first === undefined ? words.under : words.toUnder
  const last = high && say(high.included ? (isDay ? words.until : words.upTo) : under, { at: high.text })
  return [first, last].filter((one) => one !== undefined).join(language.value === 'en' ? ' ' : '，')
}
