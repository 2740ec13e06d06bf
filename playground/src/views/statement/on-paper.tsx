import { signal } from '@preact/signals'
import { createContext, options } from 'preact'
import { useContext } from 'preact/hooks'
import '../../style/print.css'
import type { StatementLine, ValueView } from '../../../../src/index.ts'
import { keyOf } from './opened.ts'
import { ValuePanel } from './value-panel.tsx'

const paper = matchMedia('print')
const printing = signal(paper.matches)

// A page is printed as it stands the moment after it was told: what is only for paper is drawn at once.
paper.addEventListener('change', ({ matches }) => atOnce(matches))
addEventListener('beforeprint', () => atOnce(true))
addEventListener('afterprint', () => atOnce(paper.matches))

function atOnce(isPrinting: boolean): void {
  const later = options.debounceRendering
  options.debounceRendering = (draw) => draw()
  printing.value = isPrinting
  if (later) options.debounceRendering = later
  else delete options.debounceRendering
}

type ByLine = ReadonlyMap<string, readonly ValueView[]>

/** What is told below each line on paper. */
export const Paper = createContext<ByLine>(new Map())

/** Every value once, with the first line that reads it; of a clause that has a line of its own, nothing more. */
export function paperOf(lines: readonly StatementLine[]): ByLine {
  const told = new Set<string>()
  const alone = new Set(lines.filter(({ explanation }) => explanation).map(({ clause }) => clause))
  return new Map(
    lines.map(({ id, explanation }) => {
      const fresh = (explanation?.values ?? []).filter(({ ref, of, clause }) => {
        const key = keyOf(ref)
        if (told.has(key) || (clause !== undefined && of === undefined && alone.has(clause))) return false
        told.add(key)
        return true
      })
      return [id, fresh]
    }),
  )
}

/** On paper nothing can be opened: every number that the steps stand on is told below them. */
export function OnPaper({ line }: { readonly line: string }) {
  const values = useContext(Paper).get(line) ?? []
  if (!printing.value || values.length === 0) return null
  return (
    <div class="on-paper">
      {values.map((value) => (
        <ValuePanel key={keyOf(value.ref)} value={value} />
      ))}
    </div>
  )
}
