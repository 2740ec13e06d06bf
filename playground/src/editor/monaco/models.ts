import type { Span } from '../../../../src/index.ts'
import { policy, write } from '../../state/workspace.ts'
import { languageOf, monaco } from './monaco.ts'

type Model = monaco.editor.ITextModel

/** A file of the policy under the name that models go by. */
export function uriOf(file: string): monaco.Uri {
  return monaco.Uri.from({ scheme: 'policy', path: `/${file}` })
}

export function fileOf({ uri }: Model): string {
  return uri.path.slice(1)
}

const listening = new WeakSet<Model>()

/** The model of a file: its text is the workspace's, whichever of the two changes. */
export function modelOf(file: string): Model | undefined {
  const text = policy.value.find(({ name }) => name === file)?.text
  if (text === undefined) return undefined
  const model =
    monaco.editor.getModel(uriOf(file)) ?? monaco.editor.createModel(text, languageOf(file), uriOf(file))
  if (!listening.has(model)) {
    listening.add(model)
    model.onDidChangeContent(() => {
      const written = model.getValue()
      if (textOf(file) !== written) write(file, written)
    })
  }
  // Line ends are made alike: offsets must be those of one text.
  if (model.getValue() !== text) write(file, model.getValue())
  return model
}

function textOf(file: string): string | undefined {
  return policy.peek().find(({ name }) => name === file)?.text
}

/** What changed elsewhere (another sample, an undone edit, a rename) is put into the models; those that are gone go. */
export function syncModels(): void {
  const texts = new Map(policy.value.map(({ name, text }) => [name, text]))
  for (const model of monaco.editor.getModels()) {
    if (model.uri.scheme !== 'policy') continue
    const text = texts.get(fileOf(model))
    if (text === undefined) model.dispose()
    else if (text !== model.getValue())
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
  }
}

/** An answer that comes when its model is gone is nobody's. */
export async function whileOpen<T>(model: Model, answer: Promise<T>): Promise<T | undefined> {
  const found = await answer
  return model.isDisposed() ? undefined : found
}

export function rangeOf(model: Model, { from, to }: Pick<Span, 'from' | 'to'>): monaco.Range {
  const start = model.getPositionAt(from)
  const end = model.getPositionAt(to)
  return new monaco.Range(start.lineNumber, start.column, end.lineNumber, end.column)
}
