import { csvOf } from '../../../../src/index.ts'
import { brought, mapAgain, useAll } from '../../data/bring.ts'
import { changed, openTable } from '../../data/editing.ts'
import { known } from '../../data/known.ts'
import { say, together } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { data, period } from '../../state/workspace.ts'
import { saveFile } from '../../ui/save.ts'
import { words } from '../../words/data.ts'
import type { RecordView } from '../../work/data-protocol.ts'
import { Bring } from './bring.tsx'
import { Filters } from './filters.tsx'
import { Mapping } from './mapping.tsx'
import { Problems } from './problems.tsx'
import { Settings } from './settings.tsx'
import { typeWords } from './type-words.ts'

/** What can be brought, what was brought, what is open, and what is wrong with it. */
export function Overview() {
  return (
    <div class="data">
      <Bring />
      {brought.value.filter(({ record }) => record !== undefined).length > 1 && (
        <p class="actions">
          <button type="button" class="primary" onClick={() => void useAll()}>
            {say(words.useAll)}
          </button>
        </p>
      )}
      {brought.value.map((one) => (
        <Mapping key={one.id} one={one} />
      ))}
      <OtherPeriod />
      <RecordList />
      <Problems />
      <Unused />
      <Settings />
    </div>
  )
}

/** Data of other periods than the one that is shown would look like data that is paid nothing for. */
function OtherPeriod() {
  const found = results.value
  const last = found?.periods.at(-1)
  if (!found || last === undefined || found.periods.includes(found.period)) return null
  return (
    <p class="actions held" role="status">
      {say(words.otherPeriod, { period: found.period, first: found.periods[0] ?? '', last })}
      <button
        type="button"
        onClick={() => {
          period.value = last
        }}
      >
        {say(words.showPeriod, { period: last })}
      </button>
    </p>
  )
}

function RecordList() {
  const found = known.value
  if (!found) return null
  return (
    <section>
      <h2>{say(words.records)}</h2>
      <div class="scroll">
        <table class="records">
          <thead>
            <tr>
              <th scope="col">{say(words.record)}</th>
              <th scope="col">{say(words.file)}</th>
              <th scope="col" class="number">
                {say(words.rows)}
              </th>
              <th scope="col" class="number">
                {say(words.problems)}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.records.map((view) => (
              <RecordRow key={view.relation.id} view={view} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function RecordRow({ view }: { view: RecordView }) {
  const { relation, needed, files, rows } = view
  const problems = files.reduce((sum, one) => sum + one.problems, 0)
  const lacking = needed && files.length === 0
  return (
    <>
      <tr class={lacking ? 'lacking' : undefined}>
        <th scope="row">
          {relation.title ?? relation.id}
          {relation.title !== undefined && relation.title !== relation.id && (
            <span class="quiet"> {relation.id}</span>
          )}
        </th>
        <td>
          {files.map(({ name }) => (
            <span key={name}>
              <button type="button" class="name" onClick={() => openTable(name)}>
                {name}
              </button>{' '}
              {changed.value.has(name) && <span class="quiet">({say(words.edited)}) </span>}
              <button
                type="button"
                class="small"
                aria-label={say(words.columnsOf, { name })}
                onClick={() => mapAgain(view, name)}
              >
                {say(words.columns)}
              </button>
            </span>
          ))}
          {lacking && <span class="error">{say(words.missing)}</span>}
          {view.source && <Filters where={view.source.where} />}
          {!needed && <span class="quiet">{say(words.notNeeded)}</span>}
        </td>
        <td class="number">{files.length > 0 ? rows : '–'}</td>
        <td class="number">
          {files.length === 0 ? '–' : problems === 0 ? say(words.none) : <b class="error">{problems}</b>}
        </td>
      </tr>
      {lacking && (
        <tr class="wanted">
          <td colSpan={4}>
            <Wanted view={view} />
          </td>
        </tr>
      )}
    </>
  )
}

function Wanted({ view: { relation, expected } }: { view: RecordView }) {
  const headings = relation.fields.map(({ id }) => id)
  const empty = csvOf([headings])
  return (
    <>
      <p>{say(words.wanted, { file: expected })}</p>
      <ul class="fields">
        {relation.fields.map(({ id, type, optional }) => (
          <li key={id}>
            <b>{id}</b>{' '}
            <span class="quiet">
              {together([typeWords(type), ...(optional ? [say(words.optional)] : [])])}
            </span>
          </li>
        ))}
      </ul>
      <p class="actions">
        <button
          type="button"
          onClick={() =>
            saveFile(expected, new TextDecoder('utf-8', { ignoreBOM: true }).decode(empty), 'text/csv')
          }
        >
          {say(words.emptyFile)}
        </button>
        {/\.csv$/i.test(expected) && (
          <button
            type="button"
            onClick={() => {
              data.value = new Map(data.peek()).set(expected, empty)
              openTable(expected)
            }}
          >
            {say(words.startTable)}
          </button>
        )}
      </p>
    </>
  )
}

function Unused() {
  const names = known.value?.unused ?? []
  if (names.length === 0) return null
  return (
    <section>
      <h2>{say(words.unused)}</h2>
      <ul class="unused">
        {names.map((name) => (
          <li key={name}>
            {name}{' '}
            <button
              type="button"
              aria-label={say(words.removeOf, { name })}
              onClick={() => {
                const files = new Map(data.peek())
                files.delete(name)
                data.value = files
              }}
            >
              {say(words.remove)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
