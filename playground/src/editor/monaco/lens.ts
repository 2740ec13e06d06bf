import { effect } from '@preact/signals'
import { openClause } from '../../state/chosen.ts'
import { say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { edited, stillOpened } from '../../state/workspace.ts'
import { grouped, signOf } from '../../ui/decimal.ts'
import { signed } from '../../ui/money.tsx'
import { words } from '../../words/editor.ts'
import { ask } from '../../work/client.ts'
import type { ClauseSum } from '../../work/protocol.ts'
import { question } from '../language-client.ts'
import { fileOf, rangeOf, whileOpen } from './models.ts'
import { languageIds, monaco } from './monaco.ts'

let sums: ReadonlyMap<string, ClauseSum> = new Map()
const changed = new monaco.Emitter<monaco.languages.CodeLensProvider>()

/** Pressed, a lens leads to the people and deals behind its sums. */
const touched = 'bylaw.touched'

/** Above each clause: whom it touches, what it comes to, and what the edit changed. */
export function provideLenses(): void {
  const provider: monaco.languages.CodeLensProvider = {
    onDidChange: changed.event,
    provideCodeLenses: async (model) => {
      const found = await whileOpen(model, question('lenses', { file: fileOf(model) }))
      return {
        lenses: (found ?? []).flatMap(({ clause, span }) => {
          const sum = sums.get(clause)
          return sum
            ? [
                {
                  range: rangeOf(model, { from: span.from, to: span.from }),
                  command: { id: touched, title: textOf(sum), arguments: [clause] },
                },
              ]
            : []
        }),
        dispose: () => undefined,
      }
    },
  }
  monaco.editor.registerCommand(touched, (_, clause: string) => openClause(clause))
  monaco.languages.registerCodeLensProvider([...languageIds], provider)
  effect(() => {
    if (!results.value) {
      sums = new Map()
      return
    }
    const isOpen = stillOpened()
    void ask('clauseSums', {}).then((reply) => {
      if (reply.is !== 'answer' || !isOpen()) return
      sums = new Map(reply.answer.map((one) => [one.clause, one]))
      changed.fire(provider)
    })
  })
}

function textOf({ rows, people, held, sums: amounts }: ClauseSum): string {
  const parts = [
    people === undefined ? say(words.rows, { count: rows }) : say(words.people, { count: people }),
    ...amounts.map(({ exact, currency, change }) =>
      [
        `${grouped(exact)} ${currency}`,
        ...(edited.value && change !== undefined && signOf(change) !== 0 ? [`(${signed(change)})`] : []),
      ].join(' '),
    ),
    ...(held > 0 ? [say(words.held, { count: held })] : []),
  ]
  return parts.join(' · ')
}
