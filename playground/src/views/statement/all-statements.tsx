import { useEffect, useState } from 'preact/hooks'
import type { Statement } from '../../../../src/index.ts'
import { type Person, printed } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { words } from '../../words/statement.ts'
import { ask } from '../../work/client.ts'
import { PersonPage } from './person-page.tsx'

/** A page holds so many; a run writes all of a company. */
const most = 100

/** The statements of many, one after another, each on pages of its own. */
export function AllStatements({ people }: { readonly people: readonly Person[] }) {
  const wanted = people.slice(0, most)
  const [found, take] = useState<readonly Statement[]>([])
  const [done, count] = useState(0)
  const own = language.value
  // All of one run: what is edited meanwhile makes all of them anew.
  const run = results.value
  useEffect(() => {
    let ended = false
    take([])
    count(0)
    const prepare = async (): Promise<void> => {
      const all: Statement[] = []
      for (const [at, whose] of wanted.entries()) {
        const reply = await ask('statement', { ...whose, language: own }, 'all')
        if (ended) return
        if (reply.is === 'answer' && reply.answer) all.push(reply.answer)
        count(at + 1)
      }
      take(all)
    }
    void prepare()
    return () => {
      ended = true
    }
  }, [people, own, run])
  const ready = done === wanted.length && found.length > 0
  return (
    <section
      class="all-statements"
      aria-label={say(words.printAll)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div class="statement-bar">
        <button type="button" onClick={close}>
          ← {say(words.back)}
        </button>
        <h2>{say(words.printAll)}</h2>
        <button type="button" disabled={!ready} onClick={() => window.print()}>
          {say(words.print)}
        </button>
      </div>
      <p class="quiet statement-note" role="status">
        {say(words.prepared, { done, all: wanted.length })}{' '}
        {people.length > most && say(words.firstOnly, { count: most })}
      </p>
      {ready &&
        found.map((statement) => {
          const id = `statement ${statement.record} ${statement.key}`.replace(/\s/gu, '-')
          return (
            <article key={id} class="statement" aria-labelledby={id}>
              <PersonPage statement={statement} id={id} />
            </article>
          )
        })}
    </section>
  )
}

function close(): void {
  printed.value = undefined
}
