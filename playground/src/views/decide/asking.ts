import { batch, effect, signal } from '@preact/signals'
import { language } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { now, opened, stillOpened } from '../../state/workspace.ts'
import { ask } from '../../work/client.ts'
import type { DecideForm, Decision, Said } from '../../work/protocol-decide.ts'

/** The clause that is asked, and what was said of it. */
export const clause = signal<string | undefined>(undefined)
export const said = signal<Said>(new Map())
export const form = signal<DecideForm | undefined>(undefined)
export const decision = signal<Decision | undefined>(undefined)
/** The row that was filled in, and whether the data has none of that key. */
export const filled = signal('')
export const notThere = signal(false)
/** Whether the form has been asked for: none after that means that there is nothing to ask. */
export const asked = signal(false)

/** What was said of each clause, for coming back to it. */
const before = new Map<string, Said>()

let of = opened.peek()

/** Of another policy nothing was said yet, even where its clauses have the same names. */
function forget(): void {
  unfill()
  before.clear()
  batch(() => {
    clause.value = undefined
    form.value = undefined
    decision.value = undefined
    asked.value = false
    said.value = new Map()
  })
}

/** From here on the form and its answer follow the policy; what it returns ends that. */
export function beginAsking(): () => void {
  const ends = [
    effect(() => {
      if (of !== opened.value) forget()
      of = opened.value
    }),
    effect(() => {
      if (!results.value) return
      const wanted = { language: language.value, ...(clause.value !== undefined && { clause: clause.value }) }
      const isOpen = stillOpened()
      void ask('decideForm', wanted).then((reply) => {
        if (reply.is !== 'answer' || !isOpen()) return
        asked.value = true
        const known = form.value?.clause
        // Together: a form that is there with nothing said yet would be asked, and remembered, as saying nothing.
        batch(() => {
          form.value = reply.answer
          if (awaited?.clause !== reply.answer?.clause) awaited = undefined
          if (reply.answer && reply.answer.clause !== known) {
            // What was written until now was in the form of another clause.
            awaited?.written.clear()
            decision.value = undefined
            said.value = before.get(reply.answer.clause) ?? unsaid(reply.answer)
            // Of a clause that somebody chose a row may have been written already.
            if (reply.answer.clause !== clause.value) unfill()
          }
        })
        if (awaited) void fillAwaited(awaited)
      })
    }),
    effect(() => {
      const of = form.value?.clause
      if (of === undefined) return
      before.set(of, said.value)
      const wanted = {
        clause: of,
        said: said.value,
        language: language.value,
        ...(now.value !== undefined && { now: now.value }),
      }
      const isOpen = stillOpened()
      void ask('decide', wanted).then((reply) => {
        if (reply.is === 'answer' && isOpen() && form.value?.clause === of) decision.value = reply.answer
      })
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}

/** Of a form in which nothing is said, the period is that of the page. */
export function unsaid({ inputs }: DecideForm): Said {
  return new Map(inputs.flatMap(({ path, usual }) => (usual === undefined ? [] : [[path, usual] as const])))
}

function unfill(): void {
  awaited = undefined
  referred.clear()
  filled.value = ''
  notThere.value = false
}

export function choose(id: string): void {
  unfill()
  clause.value = id
}

/** Nothing is said any more. */
export function clear(of: DecideForm): void {
  unfill()
  said.value = unsaid(of)
}

export function write(path: string, text: string): void {
  // A row that the data does not have is no longer waited for by somebody who goes on by hand.
  if (notThere.value) awaited = undefined
  awaited?.written.set(path, text)
  for (const written of referred.values()) written.set(path, text)
  said.value = new Map(said.value).set(path, text)
}

/** What was written while a row was being looked up: it is said later than what the row has, and so it stays. */
type Written = Map<string, string>

/**
 * The row to be filled in, until that is done: where the form of the chosen clause is not there yet, or the data has just
 * been replaced, it is asked for again when the form comes.
 */
type Awaited = { readonly clause: string; readonly key: string; readonly written: Written }
let awaited: Awaited | undefined

/** The rows that are being looked up because the request refers to them, by the path of the reference. */
const referred = new Map<string, Written>()

/** Fills in what the data and the run know of a row. */
export async function fill(key: string): Promise<void> {
  filled.value = key
  notThere.value = false
  const chosen = clause.value ?? form.value?.clause
  awaited =
    key.trim() === '' || chosen === undefined ? undefined : { clause: chosen, key, written: new Map() }
  if (awaited) await fillAwaited(awaited)
}

async function fillAwaited(row: Awaited): Promise<void> {
  if (form.value?.clause !== row.clause) return
  const reply = await ask('decideFill', { clause: row.clause, key: row.key.trim() })
  // Nothing is filled in where another row, or nothing, is wanted by now, or the clause has been left.
  if (reply.is !== 'answer' || awaited !== row || form.value?.clause !== row.clause) return
  notThere.value = reply.answer === undefined
  if (!reply.answer) return
  awaited = undefined
  said.value = new Map([...reply.answer, ...row.written])
}

/** Fills in what is known of a row that the request refers to at `at`. */
export async function fillReferred(key: string, at: string): Promise<void> {
  const of = form.value?.clause
  if (of === undefined || key.trim() === '') return
  const written: Written = new Map()
  referred.set(at, written)
  const reply = await ask('decideFill', { clause: of, key: key.trim(), at }, at)
  if (referred.get(at) !== written) return
  referred.delete(at)
  if (reply.is !== 'answer' || form.value?.clause !== of) return
  // Whatever was said of another row is not of this one.
  const kept = [...said.value].filter(([path]) => !path.startsWith(`${at}.`))
  said.value = new Map([...kept, ...(reply.answer ?? []), ...written])
}
