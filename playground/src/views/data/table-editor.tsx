import { useEffect } from 'preact/hooks'
import { tableCsv } from '../../../../src/index.ts'
import {
  addRow,
  canRedo,
  canUndo,
  changed,
  closeTable,
  deleteRow,
  openName,
  redo,
  saved,
  table,
  undo,
} from '../../data/editing.ts'
import { known } from '../../data/known.ts'
import { say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { saveFile } from '../../ui/save.ts'
import { words } from '../../words/data.ts'
import { words as people } from '../../words/people.ts'
import { Grid } from './grid.tsx'
import { Problems } from './problems.tsx'

/** One data file as a table, with what is wrong in it and what everybody is paid with it as it stands. */
export function TableEditor() {
  const name = openName.value ?? ''
  const found = table.value
  const view = known.value?.records.find(({ files }) => files.some((file) => file.name === name))
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return
      if (event.target instanceof HTMLTextAreaElement) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  }, [])
  return (
    <div class="data-table">
      <div class="tools">
        <button type="button" onClick={closeTable}>
          {say(words.back)}
        </button>
        <h2>
          {view && <>{view.relation.title ?? view.relation.id} · </>}
          {name} {changed.value.has(name) && <span class="quiet">({say(words.edited)})</span>}
        </h2>
        <Paid />
      </div>
      {found ? (
        <>
          <div class="tools">
            <button type="button" disabled={!canUndo()} onClick={undo}>
              {say(words.undo)}
            </button>
            <button type="button" disabled={!canRedo()} onClick={redo}>
              {say(words.redo)}
            </button>
            <button type="button" onClick={addRow}>
              {say(words.addRow)}
            </button>
            <button type="button" disabled={found.rows.length === 0} onClick={deleteRow}>
              {say(words.deleteRow)}
            </button>
            <button
              type="button"
              class="aside"
              onClick={() => {
                saveFile(name.replace(/\.jsonl?$/i, '.csv'), tableCsv(found), 'text/csv')
                saved(name)
              }}
            >
              {say(words.saveCsv)}
            </button>
          </div>
          <Grid name={name} table={found} />
        </>
      ) : (
        <p class="pad">{say(words.noTable)}</p>
      )}
      <Problems file={name} />
    </div>
  )
}

/** The sums, so that what an edit does is seen beside it. */
function Paid() {
  const totals = results.value?.people.totals ?? []
  return (
    <span class="aside" role="status">
      {totals.map(({ currency, total }) => (
        <strong key={currency} class="paid">
          {say(words.paid, { total: total.shown || '–', currency })}{' '}
          {total.held > 0 && <span class="held">+ {say(people.heldCount, { count: total.held })}</span>}
        </strong>
      ))}
    </span>
  )
}
