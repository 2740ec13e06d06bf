import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import {
  type ColumnSource,
  type Field,
  findHeading,
  type Relation,
  shareStyles,
} from '../../../../src/index.ts'
import { change, chooseColumn, chooseRecord, chooseSheet, discard, placeOf, use } from '../../data/bring.ts'
import type { Brought } from '../../data/brought.ts'
import { known } from '../../data/known.ts'
import { listed, say, together } from '../../state/language.ts'
import { data } from '../../state/workspace.ts'
import { words } from '../../words/data.ts'
import type { RecordView } from '../../work/data-protocol.ts'
import { typeWords } from './type-words.ts'

const failed = signal<number | undefined>(undefined)

/** Data that was brought: which record it is of and which column is which field, guessed and to be confirmed. */
export function Mapping({ one }: { one: Brought }) {
  const records = known.value?.records ?? []
  const view = records.find(({ relation }) => relation.id === one.record)
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <section ref={section} class="mapping" aria-label={one.name}>
      <h2>{say(words.broughtRows, { name: one.name, rows: one.table.rows.length })}</h2>
      <p class="actions">
        {one.sheets.length > 0 && <SheetChoice one={one} />}
        <label class="choice">
          <span>{say(words.isOf)}</span>
          <select
            value={one.record ?? ''}
            onChange={({ currentTarget }) => chooseRecord(one, currentTarget.value)}
          >
            <option value="">{say(words.noRecord)}</option>
            {records.map(({ relation }) => (
              <option key={relation.id} value={relation.id}>
                {relation.title ?? relation.id}
              </option>
            ))}
          </select>
        </label>
      </p>
      {view ? <Columns one={one} relation={view.relation} /> : <p class="error">{say(words.noRecordYet)}</p>}
      {view && <Lacking one={one} relation={view.relation} />}
      {view && <Untested one={one} view={view} />}
      {view && <PlaceOf one={one} view={view} />}
      {failed.value === one.id && <p class="error">{say(words.notMapped)}</p>}
      <p class="actions">
        <button
          type="button"
          class="primary"
          disabled={!view}
          onClick={async () => {
            failed.value = (await use(one)) ? undefined : one.id
          }}
        >
          {say(words.use)}
        </button>
        <button type="button" onClick={() => discard(one.id)}>
          {say(words.discard)}
        </button>
      </p>
    </section>
  )
}

/** What becomes of the files that the record is read from now. */
function PlaceOf({ one, view }: { one: Brought; view: RecordView }) {
  const { replaced } = placeOf(one, view)
  const here = data.value.get(one.name) === one.bytes
  const known = view.files.some(({ name }) => name === one.name)
  return (
    <p class="actions">
      {replaced.length > 0 && !here && (
        <span class="quiet">{say(words.replaces, { files: listed(replaced) })}</span>
      )}
      {view.files.length > 0 && !known && (
        <label class="check">
          <input
            type="checkbox"
            checked={one.adds}
            onChange={({ currentTarget }) => change(one.id, { adds: currentTarget.checked })}
          />
          {say(words.adds)}
        </label>
      )}
    </p>
  )
}

function SheetChoice({ one }: { one: Brought }) {
  return (
    <>
      {one.sheets.length > 1 && (
        <label class="choice">
          <span>{say(words.sheet)}</span>
          <select
            value={one.sheet}
            onChange={({ currentTarget }) => chooseSheet(one, Number(currentTarget.value))}
          >
            {one.sheets.map(({ name }, at) => (
              <option key={name} value={at}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="choice">
        <span>{say(words.headingRow)}</span>
        <input
          type="number"
          min={1}
          max={one.sheets[one.sheet]?.rows.length}
          value={one.top + 1}
          onChange={({ currentTarget }) =>
            chooseSheet(one, one.sheet, Math.max(0, currentTarget.valueAsNumber - 1 || 0))
          }
        />
      </label>
    </>
  )
}

function Columns({ one, relation }: { one: Brought; relation: Relation }) {
  return (
    <div class="scroll">
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{say(words.field)}</th>
            <th scope="col">{say(words.heading)}</th>
            <th scope="col">{say(words.firstCells)}</th>
          </tr>
        </thead>
        <tbody>
          {relation.fields.map((field) => (
            <ColumnRow key={field.id} one={one} relation={relation} field={field} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ColumnRow({ one, relation, field }: { one: Brought; relation: Relation; field: Field }) {
  const heading = one.columns.get(field.id)
  const how = one.how.get(field.id)
  const at = heading === undefined ? -1 : one.table.headings.indexOf(heading)
  const cells = at < 0 ? [] : one.table.rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '')
  // What has a field's own name is read for it whatever is said: it cannot be taken away.
  const own = how === 'same'
  return (
    <tr>
      <th scope="row">
        {field.id}{' '}
        <span class="quiet">
          {together([typeWords(field.type), ...(field.optional ? [say(words.optional)] : [])])}
        </span>
      </th>
      <td>
        <select
          aria-label={`${say(words.heading)}: ${field.id}`}
          value={heading ?? ''}
          onChange={({ currentTarget }) =>
            chooseColumn(
              one,
              relation,
              field.id,
              currentTarget.value === '' ? undefined : currentTarget.value,
            )
          }
        >
          {!own && <option value="">{say(words.noColumn)}</option>}
          {one.table.headings.map(
            (name, place) =>
              name !== '' && (
                <option key={place} value={name}>
                  {name}
                </option>
              ),
          )}
        </select>{' '}
        {how && <span class="quiet">{say(words[how])}</span>}
      </td>
      <td>
        {cells.slice(0, 3).join(' · ')} <Style one={one} field={field} cells={cells} />
      </td>
    </tr>
  )
}

/** How bare numbers of a share are meant: shown with one of the file's own, so that it can be judged. */
function Style({ one, field, cells }: { one: Brought; field: Field; cells: readonly string[] }) {
  const style = one.styles.get(field.id)
  const example = cells.find((cell) => /^[+-]?\d*\.?\d+$/.test(cell) && !/^[+-]?[0.]+$/.test(cell))
  if (!style || example === undefined) return null
  return (
    <label class="choice">
      <span>{say(words.bareMeans, { example })}</span>
      <select
        value={style}
        onChange={({ currentTarget }) => {
          const chosen = shareStyles(field).find((name) => name === currentTarget.value)
          if (chosen) change(one.id, { styles: new Map(one.styles).set(field.id, chosen) })
        }}
      >
        {shareStyles(field).map((name) => (
          <option key={name} value={name}>
            {meaning(name, example)}
          </option>
        ))}
      </select>
    </label>
  )
}

function meaning(style: NonNullable<ColumnSource['style']>, example: string): string {
  switch (style) {
    case 'percent':
      return `${example}%`
    case 'zhe':
      return `${example}折`
    case 'fraction':
      return `${hundredfold(example)}%`
  }
}

/** The point two places to the right, on the text: `0.125` is 12.5. */
function hundredfold(text: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? []
  const digits = `${whole}${fraction.slice(0, 2).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '')
  const rest = fraction.slice(2).replace(/0+$/, '')
  return `${sign}${digits}${rest === '' ? '' : `.${rest}`}`
}

/** Rows that the settings leave out by a column that this file does not have. */
function Untested({ one, view }: { one: Brought; view: RecordView }) {
  const { headings } = one.table
  const lost = (view.source?.where ?? []).filter(
    ({ heading }) => findHeading(headings, heading) === undefined,
  )
  if (lost.length === 0) return null
  return <p class="held">{say(words.untested, { columns: listed(lost.map(({ heading }) => heading)) })}</p>
}

function Lacking({ one, relation }: { one: Brought; relation: Relation }) {
  const fields = relation.fields.filter(({ id, optional }) => !optional && !one.columns.has(id))
  if (fields.length === 0) return null
  return <p class="held">{say(words.lacking, { fields: listed(fields.map(({ id }) => id)) })}</p>
}
