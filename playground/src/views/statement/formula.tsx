import { useContext, useEffect, useId, useState } from 'preact/hooks'
import type { LineText, Ref } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { fetchValue, Knowing, type Known, keyOf, Panel } from './opened.ts'

/** Lines of a formula. Each number that has a formula of its own opens it below them, and closes it again. */
export function Formula({ lines }: { readonly lines: readonly LineText[] }) {
  const opening = useOpening()
  return (
    <>
      {lines.map((line, at) => (
        <div key={at} class="formula">
          {line.map((piece, place) =>
            piece.ref ? (
              <NumberButton key={place} text={piece.text} target={piece.ref} opening={opening} />
            ) : (
              <span key={place}>{piece.text}</span>
            ),
          )}
        </div>
      ))}
      <Opened opening={opening} />
    </>
  )
}

/** `from`: what was known where it was opened, or since: another one after every calculation. */
type OpenValue = {
  readonly ref: Ref
  readonly from: Known
  readonly known: Known | undefined
  readonly lost: boolean
}

/** The numbers of one place that are open, in the order in which they were opened. */
export type Opening = {
  readonly id: string
  readonly open: readonly OpenValue[]
  readonly toggle: (ref: Ref) => void
}

export function useOpening(): Opening {
  const id = useId()
  const known = useContext(Knowing)
  const [open, change] = useState<readonly OpenValue[]>([])
  const put = (value: OpenValue): void => {
    const key = keyOf(value.ref)
    change((all) => all.map((one) => (keyOf(one.ref) === key ? value : one)))
  }
  const look = (ref: Ref): void => {
    const is = (one: OpenValue): boolean => keyOf(one.ref) === keyOf(ref) && one.from === known
    void fetchValue(ref, known).then((found) => {
      // Closed meanwhile, or looked up in a newer run: then this one is nobody's.
      if (found !== 'outdated')
        change((all) =>
          all.map((one) => (is(one) ? { ...one, known: found, lost: found === undefined } : one)),
        )
    })
  }
  // What is open stays open after another calculation, with what it is then.
  useEffect(() => {
    for (const { ref, from, known: before } of open) {
      if (from === known) continue
      const here = known.values.has(keyOf(ref))
      put({ ref, from: known, known: here ? known : before, lost: false })
      if (!here) look(ref)
    }
  }, [known])
  const toggle = (ref: Ref): void => {
    const key = keyOf(ref)
    if (open.some((one) => keyOf(one.ref) === key)) {
      change((all) => all.filter((one) => keyOf(one.ref) !== key))
      return
    }
    const here = known.values.has(key) ? known : undefined
    change((all) => [...all, { ref, from: known, known: here, lost: false }])
    if (!here) look(ref)
  }
  return { id, open, toggle }
}

/** A number to open: a button that says whether what it stands on is shown below. */
export function NumberButton(props: {
  readonly text: string
  readonly target: Ref
  readonly opening: Opening
}) {
  const { text, target, opening } = props
  const isOpen = opening.open.some((one) => keyOf(one.ref) === keyOf(target))
  return (
    <button
      type="button"
      class="number"
      aria-expanded={isOpen}
      aria-controls={isOpen ? opening.id : undefined}
      onClick={() => opening.toggle(target)}
    >
      {text}
    </button>
  )
}

/** What was opened, below the line that it was opened from. */
export function Opened({ opening }: { readonly opening: Opening }) {
  const ValuePanel = useContext(Panel)
  if (opening.open.length === 0) return null
  return (
    <div id={opening.id} class="opened">
      {opening.open.map(({ ref, known, lost }) => {
        const value = known?.values.get(keyOf(ref))
        return known && value ? (
          <Knowing.Provider key={keyOf(ref)} value={known}>
            <ValuePanel value={value} />
          </Knowing.Provider>
        ) : (
          <p key={keyOf(ref)} class="quiet">
            {say(lost ? words.failed : words.working)}
          </p>
        )
      })}
    </div>
  )
}
