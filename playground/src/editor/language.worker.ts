import {
  completions,
  type Documents,
  definition,
  documentsOf,
  findings,
  folds,
  format,
  hover,
  hoverMarkdown,
  type Language,
  lenses,
  mistakes,
  outline,
  references,
  rename,
  renameable,
  type Source,
  semanticTokens,
  translations,
  withText,
} from '../../../src/index.ts'
import type { FromWorker, Question, Questions, ToWorker } from './language-protocol.ts'
import { packedTokens } from './packed-tokens.ts'

// The library's types know the window; a worker has the same two.
const scope = self as unknown as Worker
let documents: Documents = documentsOf([])
let version = 0
let language: Language = 'en'
let pending = 0
let withYaml = false

/** Messages are taken in their order, also where one of them waits for the YAML reader. */
let turn: Promise<void> = Promise.resolve()

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  turn = turn
    .then(() => {
      if (data.is === 'question') {
        send({ is: 'answer', id: data.id, answer: answer(data.name, data.ask) })
        return
      }
      version = data.version
      language = data.language
      return take(data.texts, data.gone)
    })
    // What could not be fetched is tried again with the next text.
    .catch((error: unknown) => console.error(error))
}

/** What is written wrongly is told at once; what names mean, when no newer text is waiting. */
async function take(texts: readonly Source[], gone: readonly string[]): Promise<void> {
  const mine = version
  if (!withYaml && texts.some(({ name }) => name.endsWith('.bylaw.yaml'))) {
    const { yaml } = await import('../work/yaml.ts')
    withYaml = true
    documents = documentsOf(documents.sources, [yaml.form])
  }
  documents = gone.reduce((now, file) => withText(now, file, undefined), documents)
  documents = texts.reduce((now, { name, text }) => withText(now, name, text), documents)
  const waiting = Math.max(pending, mine)
  pending = waiting
  setTimeout(() => {
    if (pending !== mine) return
    const quick = mistakes(documents, language)
    if (quick.some(({ severity }) => severity === 'error'))
      send({ is: 'findings', version: mine, whole: false, findings: quick })
    send({ is: 'findings', version: mine, whole: true, findings: findings(documents, language) })
  })
}

function send(message: FromWorker): void {
  const isPacked = message.is === 'answer' && message.answer instanceof Uint32Array
  scope.postMessage(message, isPacked ? [message.answer.buffer as ArrayBuffer] : [])
}

type Answers = { readonly [Q in Question]: (ask: Questions[Q]['ask']) => Questions[Q]['answer'] }

const answers: Answers = {
  completions: ({ file, offset }) => completions(documents, file, offset),
  hover: ({ file, offset, language, value }) => {
    const found = hover(documents, file, offset, language)
    if (!found) return undefined
    const path = found.is === 'name' ? { path: found.path } : {}
    return { span: found.span, markdown: hoverMarkdown(found, language, value), ...path }
  },
  definition: ({ file, offset }) => definition(documents, file, offset),
  references: ({ file, offset, declaration }) => references(documents, file, offset, declaration),
  renameable: ({ file, offset }) => {
    const found = renameable(documents, file, offset)
    return found.is === 'name' ? { span: found.span, name: found.name } : { why: found.why }
  },
  rename: ({ file, offset, name }) => rename(documents, file, offset, name),
  format: ({ file, language }) => format(documents, file, language),
  outline: ({ file }) => outline(documents, file),
  folds: ({ file }) => folds(documents, file),
  tokens: ({ file }) => semanticTokens(documents, file),
  packedTokens: ({ file }) =>
    packedTokens(documents.source(file)?.text ?? '', semanticTokens(documents, file)),
  lenses: ({ file }) => lenses(documents, file),
  translations: ({ file, from, to, language }) => translations(documents, file, from, to, language),
}

function answer(name: Question, ask: unknown): unknown {
  try {
    return (answers[name] as (ask: unknown) => unknown)(ask)
  } catch (error) {
    // A mistake of ours: said where a developer looks; the editor does without.
    console.error(error)
    return undefined
  }
}
