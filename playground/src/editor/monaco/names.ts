import type { Completion, OutlineItem, Span } from '../../../../src/index.ts'
import { person } from '../../state/chosen.ts'
import { language, say } from '../../state/language.ts'
import { words } from '../../words/editor.ts'
import { ask } from '../../work/client.ts'
import { question } from '../language-client.ts'
import { remark } from '../remark.ts'
import { fileOf, modelOf, rangeOf, uriOf, whileOpen } from './models.ts'
import { languageIds, monaco } from './monaco.ts'

const { languages } = monaco
const all = [...languageIds]
type Model = monaco.editor.ITextModel

function at(model: Model, position: monaco.Position) {
  return { file: fileOf(model), offset: model.getOffsetAt(position) }
}

const completionKinds: { readonly [K in Completion['kind']]: monaco.languages.CompletionItemKind } = {
  keyword: languages.CompletionItemKind.Keyword,
  word: languages.CompletionItemKind.Keyword,
  function: languages.CompletionItemKind.Function,
  policy: languages.CompletionItemKind.Module,
  record: languages.CompletionItemKind.Struct,
  field: languages.CompletionItemKind.Field,
  parameter: languages.CompletionItemKind.Constant,
  value: languages.CompletionItemKind.Variable,
  table: languages.CompletionItemKind.Unit,
  clause: languages.CompletionItemKind.Class,
  target: languages.CompletionItemKind.Class,
  calendar: languages.CompletionItemKind.Value,
  indicator: languages.CompletionItemKind.Property,
  result: languages.CompletionItemKind.Property,
  column: languages.CompletionItemKind.Property,
  member: languages.CompletionItemKind.EnumMember,
  period: languages.CompletionItemKind.Keyword,
}

/** Names, where they are and what they mean: completion, hover, definition, references, rename, outline. */
export function provideNames(): void {
  languages.registerCompletionItemProvider(all, {
    triggerCharacters: ['.', '=', '|', ' '],
    provideCompletionItems: async (model, position) => {
      const place = at(model, position)
      const found = await whileOpen(model, question('completions', place))
      return {
        // A list belongs to what was typed: Chinese is found by its sounds.
        incomplete: true,
        suggestions: (found ?? []).map((one, i) => ({
          label: one.detail === undefined ? one.label : { label: one.label, description: one.detail },
          kind: completionKinds[one.kind],
          insertText: one.insert,
          filterText: model.getValue().slice(one.from, one.to),
          sortText: String(i).padStart(5, '0'),
          range: rangeOf(model, one),
        })),
      }
    },
  })
  languages.registerHoverProvider(all, {
    provideHover: async (model, position) => {
      const place = { ...at(model, position), language: language.value }
      const found = await whileOpen(model, question('hover', place))
      if (!found) return null
      const value = found.path === undefined ? undefined : await valueNow(found.path)
      const shown =
        value === undefined
          ? found
          : ((await whileOpen(model, question('hover', { ...place, value }))) ?? found)
      return { range: rangeOf(model, shown.span), contents: [{ value: shown.markdown }] }
    },
  })
  languages.registerDefinitionProvider(all, {
    provideDefinition: async (model, position) =>
      locations(await whileOpen(model, question('definition', at(model, position)))),
  })
  languages.registerReferenceProvider(all, {
    provideReferences: async (model, position, { includeDeclaration }) =>
      locations(
        await whileOpen(
          model,
          question('references', { ...at(model, position), declaration: includeDeclaration }),
        ),
      ),
  })
  languages.registerDocumentHighlightProvider(all, {
    provideDocumentHighlights: async (model, position) => {
      const found = await whileOpen(
        model,
        question('references', { ...at(model, position), declaration: true }),
      )
      return (found ?? []).flatMap((span) =>
        span.source === fileOf(model) ? [{ range: rangeOf(model, span) }] : [],
      )
    },
  })
  languages.registerRenameProvider(all, {
    resolveRenameLocation: async (model, position) => {
      const found = await whileOpen(model, question('renameable', at(model, position)))
      if (!found) return null
      if ('why' in found)
        return { range: monaco.Range.fromPositions(position), text: '', rejectReason: say(found.why) }
      return { range: rangeOf(model, found.span), text: found.name }
    },
    provideRenameEdits: async (model, position, name) => {
      const found = await whileOpen(model, question('rename', { ...at(model, position), name }))
      if (!found) return null
      remark.value = found.is === 'refused' ? found.why : found.inData ? words.inData : undefined
      if (found.is === 'refused') return { edits: [], rejectReason: say(found.why) }
      return {
        edits: found.edits.flatMap(({ span, text }) => {
          const of = modelOf(span.source)
          return of
            ? [
                {
                  resource: uriOf(span.source),
                  versionId: undefined,
                  textEdit: { range: rangeOf(of, span), text },
                },
              ]
            : []
        }),
      }
    },
  })
  languages.registerDocumentSymbolProvider(all, {
    provideDocumentSymbols: async (model) =>
      (await whileOpen(model, question('outline', { file: fileOf(model) })))?.map((item) =>
        symbolOf(model, item),
      ),
  })
}

/** What a name is now, for the person that is chosen. */
async function valueNow(path: string): Promise<string | undefined> {
  const who = person.value
  if (!who) return undefined
  const reply = await ask('namedValue', { ...who, path, language: language.value }, 'hover')
  return reply.is === 'answer' && reply.answer !== undefined
    ? `${reply.answer.shown} ${say(words.forPerson, { name: reply.answer.who })}`
    : undefined
}

function locations(spans: readonly Span[] | undefined): monaco.languages.Location[] {
  return (spans ?? []).flatMap((span) => {
    const model = modelOf(span.source)
    return model ? [{ uri: uriOf(span.source), range: rangeOf(model, span) }] : []
  })
}

const symbolKinds: { readonly [K in OutlineItem['kind']]: monaco.languages.SymbolKind } = {
  heading: languages.SymbolKind.String,
  policy: languages.SymbolKind.Module,
  record: languages.SymbolKind.Struct,
  field: languages.SymbolKind.Field,
  parameter: languages.SymbolKind.Constant,
  value: languages.SymbolKind.Variable,
  table: languages.SymbolKind.Array,
  clause: languages.SymbolKind.Class,
  target: languages.SymbolKind.Class,
  calendar: languages.SymbolKind.Object,
  indicator: languages.SymbolKind.Property,
  result: languages.SymbolKind.Property,
  column: languages.SymbolKind.Property,
  member: languages.SymbolKind.EnumMember,
  period: languages.SymbolKind.Key,
}

function symbolOf(model: Model, item: OutlineItem): monaco.languages.DocumentSymbol {
  return {
    name: item.name,
    detail: item.title ?? '',
    kind: symbolKinds[item.kind],
    tags: [],
    range: rangeOf(model, item.span),
    selectionRange: rangeOf(model, item.at),
    children: item.inside.map((inner) => symbolOf(model, inner)),
  }
}
