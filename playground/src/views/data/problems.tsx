import { jumpTo, openName } from '../../data/editing.ts'
import { known } from '../../data/known.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/data.ts'

const most = 200

/** What is wrong in the data, by row and column; a click goes there. `file`: only in this one. */
export function Problems({ file }: { file?: string }) {
  const all = (known.value?.problems ?? []).filter((one) => file === undefined || one.file === file)
  return (
    <section class="problems">
      <h2>
        {say(words.problems)} {all.length > 0 && <span class="count">{all.length}</span>}
      </h2>
      {all.length === 0 && <p class="quiet">{say(words.noProblems)}</p>}
      <ul>
        {all.slice(0, most).map((one, at) => (
          <li key={at} class={one.severity}>
            <button
              type="button"
              disabled={one.file === undefined || (one.row === undefined && openName.value === one.file)}
              onClick={() => one.file !== undefined && jumpTo(one.file, one.row, one.column)}
            >
              {one.row !== undefined && <b>{say(words.place, { file: one.file ?? '', row: one.row })}</b>}
              {one.column !== undefined && <b> · {one.column}</b>}
              {one.row !== undefined && ': '}
              {one.message} <span class="quiet">{one.help}</span>
            </button>
          </li>
        ))}
      </ul>
      {all.length > most && <p class="quiet">{say(words.moreProblems, { count: all.length - most })}</p>}
    </section>
  )
}
