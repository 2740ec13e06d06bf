import { effect, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Statement } from '../../../../src/index.ts'
import '../../style/statement.css'
import { clause, type Person, person, printed } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { words } from '../../words/statement.ts'
import { ask } from '../../work/client.ts'
import { AllStatements } from './all-statements.tsx'
import { OneMore } from './one-more.tsx'
import { Over } from './over.tsx'
import { PersonPage } from './person-page.tsx'
import { SaveCase } from './save-case.tsx'
import { Touched } from './touched.tsx'

type Told = { readonly of: Person; readonly statement: Statement | undefined; readonly failed: boolean }

const told = signal<Told | undefined>(undefined)

// The statement follows every calculation; the one before it stays until the new one is there.
effect(() => {
  const of = person.value
  const wanted = language.value
  if (!of || !results.value) {
    told.value = undefined
    return
  }
  void ask('statement', { ...of, language: wanted }).then((reply) => {
    if (reply.is === 'outdated' || person.value !== of) return
    told.value = {
      of,
      statement: reply.is === 'answer' ? reply.answer : undefined,
      failed: reply.is !== 'answer',
    }
  })
})

/** Over the right side: a person's statement, whom a clause touched, or the statements of many to print. */
export function StatementOver() {
  if (printed.value) return <AllStatements people={printed.value} />
  if (person.value) return <PersonStatement />
  return clause.value === undefined ? null : <Touched clause={clause.value} />
}

/** A person's statement over the right side: total first, then each clause's amount with its formula. */
function PersonStatement() {
  const title = useRef<HTMLHeadingElement>(null)
  const whose = person.value
  const found = told.value?.of === whose ? told.value : undefined
  const ready = found !== undefined
  useEffect(() => {
    if (ready && whose) title.current?.focus()
  }, [whose, ready])
  if (!whose) return null
  return (
    <Over
      kind="statement"
      titled="statement-title"
      close={close}
      bar={
        <>
          <button type="button" onClick={() => window.print()}>
            {say(words.print)}
          </button>
          <SaveCase of={whose} />
        </>
      }
    >
      {found === undefined ? (
        <p class="quiet pad">{say(words.working)}</p>
      ) : found.statement ? (
        <>
          <PersonPage statement={found.statement} id="statement-title" title={title} />
          <OneMore of={whose} />
        </>
      ) : (
        <p class="quiet pad">
          {found.failed
            ? say(words.failed)
            : say(words.unknown, { who: whose.key, period: results.value?.period ?? '' })}
        </p>
      )}
    </Over>
  )
}

/** Back to where the person was chosen. */
function close(): void {
  const key = person.value?.key
  person.value = undefined
  // The table is hidden until the page has been drawn without the statement.
  setTimeout(() => {
    const names = [...document.querySelectorAll<HTMLElement>('.people .name')]
    names.find(({ textContent }) => textContent?.split(' ')[0] === key)?.focus()
  })
}
