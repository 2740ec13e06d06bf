import { effect } from '@preact/signals'
import { type Fix, tokenKinds } from '../../../../src/index.ts'
import { language } from '../../state/language.ts'
import { checked, findingsNow, question } from '../language-client.ts'
import { fileOf, rangeOf, uriOf, whileOpen } from './models.ts'
import { languageIds, monaco } from './monaco.ts'
import { monarch } from './monarch.ts'

const { languages } = monaco
const all = [...languageIds]
const owner = 'bylaw'
type Model = monaco.editor.ITextModel

const configuration: monaco.languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [
    ['{', '}'],
    ['(', ')'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: '“', close: '”', notIn: ['string', 'comment'] },
  ],
  wordPattern: /[\p{L}_][\p{L}\p{M}\p{Nd}_]*/u,
  indentationRules: { increaseIndentPattern: /\{\s*(?:#.*)?$/, decreaseIndentPattern: /^\s*\}/ },
}

/** How a text is written: colours, folding, layout, and the mends of what is wrong. */
export function provideText(): void {
  for (const id of languageIds) languages.register({ id })
  languages.setMonarchTokensProvider('bylaw', monarch('text'))
  languages.setMonarchTokensProvider('bylaw-document', monarch('document'))
  for (const id of languageIds) languages.setLanguageConfiguration(id, configuration)
  languages.registerDocumentSemanticTokensProvider(all, {
    getLegend: () => ({ tokenTypes: [...tokenKinds], tokenModifiers: ['declaration'] }),
    provideDocumentSemanticTokens: async (model) => {
      const data = await whileOpen(model, question('packedTokens', { file: fileOf(model) }))
      return { data: data ?? new Uint32Array(0) }
    },
    releaseDocumentSemanticTokens: () => undefined,
  })
  languages.registerFoldingRangeProvider(all, {
    provideFoldingRanges: async (model) =>
      (await whileOpen(model, question('folds', { file: fileOf(model) })))?.map(({ from, to, kind }) => ({
        start: model.getPositionAt(from).lineNumber,
        end: model.getPositionAt(to).lineNumber - (kind === 'block' ? 1 : 0),
        ...(kind === 'comment' && { kind: languages.FoldingRangeKind.Comment }),
      })),
  })
  languages.registerDocumentFormattingEditProvider(all, {
    provideDocumentFormattingEdits: async (model) =>
      (await whileOpen(model, question('format', { file: fileOf(model) })))?.map(({ span, text }) => ({
        range: rangeOf(model, span),
        text,
      })),
  })
  languages.registerCodeActionProvider(all, { provideCodeActions: actions })
  effect(showMarkers)
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  notice: monaco.MarkerSeverity.Info,
} as const

/** The findings as squiggles in every file that is open. */
function showMarkers(): void {
  const found = checked.value?.findings ?? []
  for (const model of monaco.editor.getModels()) {
    if (model.uri.scheme !== 'policy') continue
    const here = found.filter(({ span }) => span.source === fileOf(model))
    monaco.editor.setModelMarkers(
      model,
      owner,
      here.map((one) => {
        const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeOf(model, one.span)
        const empty = startLineNumber === endLineNumber && startColumn === endColumn
        return {
          severity: severities[one.severity],
          code: one.code,
          message: one.help === '' ? one.message : `${one.message}\n${one.help}`,
          startLineNumber,
          startColumn,
          endLineNumber,
          endColumn: empty ? endColumn + 1 : endColumn,
          relatedInformation: one.related.flatMap(({ span, note }) => {
            const of = monaco.editor.getModel(uriOf(span.source))
            return of ? [{ resource: of.uri, message: note, ...rangeOf(of, span) }] : []
          }),
        }
      }),
    )
  }
}

async function actions(
  model: Model,
  range: monaco.Range,
  context: monaco.languages.CodeActionContext,
): Promise<monaco.languages.CodeActionList> {
  const file = fileOf(model)
  const [from, to] = [model.getOffsetAt(range.getStartPosition()), model.getOffsetAt(range.getEndPosition())]
  const near = findingsNow().filter(({ span }) => span.source === file && span.from <= to && from <= span.to)
  const words: readonly Fix[] =
    (await whileOpen(model, question('translations', { file, from, to, language: language.value }))) ?? []
  const action = ({ title, edits }: Fix, isFix: boolean): monaco.languages.CodeAction => ({
    title,
    kind: isFix ? 'quickfix' : 'refactor.rewrite',
    ...(isFix && { isPreferred: true, diagnostics: context.markers }),
    edit: {
      edits: edits.map(({ span, text }) => ({
        resource: uriOf(span.source),
        versionId: undefined,
        textEdit: { range: rangeOf(monaco.editor.getModel(uriOf(span.source)) ?? model, span), text },
      })),
    },
  })
  return {
    actions: [
      ...near.flatMap(({ fixes }) => fixes.map((fix) => action(fix, true))),
      ...words.map((fix) => action(fix, false)),
    ],
    dispose: () => undefined,
  }
}
