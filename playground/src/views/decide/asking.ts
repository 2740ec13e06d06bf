import { batch, effect, signal } from '@preact/signals'
import { language } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { now, opened } from '../../state/workspace.ts'
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

/** From here on the form and its answer follow the policy; what it returns ends that. */
export function beginAsking(): () => void {
  const ends = [
    effect(() => {
      void opened.value
      before.clear()
    }),
    effect(() => {
      if (!results.value) return
      const wanted = { language: language.value, ...(clause.value !== undefined && { clause: clause.value }) }
      void ask('decideForm', wanted).then((reply) => {
        if (reply.is !== 'answer') return
        asked.value = true
        const known = form.value?.clause
        // Together: a form that is there with nothing said yet would be asked, and remembered, as saying nothing.
        batch(() => {
          form.value = reply.answer
          if (awaited?.clause !== reply.answer?.clause) awaited = undefined
          if (reply.answer && reply.answer.clause !== known) {
            said.value = before.get(reply.answer.clause) ?? unsaid(reply.answer)
            // Of a clause that somebody chose a row may have been written already.
            if (reply.answer.clause !== clause.value) unfill()
          }
        })
        if (awaited) void fill(awaited.key)
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
      void ask('decide', wanted).then((reply) => {
        if (reply.is === 'answer') decision.value = reply.answer
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
  awaited = undefined
  said.value = new Map(said.value).set(path, text)
}

/**
 * The row to be filled in, until that is done: where the form of the chosen clause is not there yet, or the data has just
 * been replaced, it is asked for again when the form comes.
 */
let awaited: { readonly clause: string; readonly key: string } | undefined

/** Fills in what the data and the run know of a row: of the whole request, or of a row that it refers to. */
export async function fill(key: string, at?: string): Promise<void> {
  const of = form.value?.clause
  if (of === undefined) return
  if (at === undefined) {
    filled.value = key
    notThere.value = false
    const chosen = clause.value ?? of
    awaited = key.trim() === '' ? undefined : { clause: chosen, key }
    if (!awaited || chosen !== of) return
  } else if (key.trim() === '') return
  const wanted = { clause: of, key: key.trim(), ...(at !== undefined && { at }) }
  const reply = await ask('decideFill', wanted, at ?? '')
  // Of a clause that has been left nothing is filled in.
  if (reply.is !== 'answer' || form.value?.clause !== of) return
  const known = reply.answer
  if (at === undefined) {
    notThere.value = known === undefined
    if (!known) return
    awaited = undefined
    said.value = known
    return
  }
  // Whatever was said of another row is not of this one.
  const kept = [...said.value].filter(([path]) => !path.startsWith(`${at}.`))
  said.value = new Map([...kept, ...(known ?? [])])
}
