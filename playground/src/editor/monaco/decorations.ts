import { effect } from '@preact/signals'
import { marks } from '../../state/marks.ts'
import { place } from '../../state/place.ts'
import { fileOf, modelOf, rangeOf } from './models.ts'
import { monaco } from './monaco.ts'

type Editor = monaco.editor.IStandaloneCodeEditor

/** The clause that another view points at lights up, and the marks of coverage stand in the gutter. Ends what it began. */
export function decorate(editor: Editor): () => void {
  const lit = editor.createDecorationsCollection()
  const gutter = editor.createDecorationsCollection()
  const showPlace = () => {
    const wanted = place.value
    const model = wanted && modelOf(wanted.source)
    if (!wanted || !model || editor.getModel() !== model) return lit.clear()
    const range = rangeOf(model, wanted)
    lit.set([{ range, options: { className: 'lit-place', isWholeLine: false, stickiness: 1 } }])
    if (!wanted.still) {
      editor.setSelection(range)
      editor.focus()
    }
    editor.revealRangeNearTop(range, monaco.editor.ScrollType.Smooth)
  }
  const showMarks = () => {
    const model = editor.getModel()
    const here = model ? marks.value.filter(({ source }) => source === fileOf(model)) : []
    gutter.set(
      model
        ? here.map((mark) => ({
            range: rangeOf(model, mark),
            options: {
              linesDecorationsClassName: `mark-${mark.kind}`,
              linesDecorationsTooltip: mark.text,
            },
          }))
        : [],
    )
  }
  const changed = editor.onDidChangeModel(() => {
    showPlace()
    showMarks()
  })
  const ends = [effect(showPlace), effect(showMarks)]
  return () => {
    for (const end of ends) end()
    changed.dispose()
  }
}
