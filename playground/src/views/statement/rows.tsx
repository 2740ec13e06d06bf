import { useState } from 'preact/hooks'
import type { Ref, RowsView, RowView, TouchedRows } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { NumberButton, Opened, useOpening } from './formula.tsx'
import { LeftOut } from './left-out.tsx'

/** Rows shown before more are asked for. */
const few = 20

/** The rows that a number counted, each with what it counts; and those that it did not. */
export function CountedRows({ rows, counted }: { readonly rows: RowsView; readonly counted: Ref }) {
  const { record, total } = rows
  return (
    <div class="rows">
      {total === 0 ? <p class="quiet">{say(words.noRows, { record })}</p> : <RowTable rows={rows} />}
      <LeftOut counted={counted} />
    </div>
  )
}

/** The rows that a clause counted for everybody, each with whose it is. */
export function TouchedTable({ rows }: { readonly rows: TouchedRows }) {
  return (
    <div class="rows">
      <RowTable rows={rows} people={rows.people} />
    </div>
  )
}

function RowTable(props: { readonly rows: RowsView; readonly people?: readonly string[] }) {
  const { rows, people } = props
  const { record, total, fields, listed } = rows
  const [all, showAll] = useState(false)
  const shown = all ? listed : listed.slice(0, few)
  const width = fields.length + (people ? 3 : 2)
  return (
    <>
      <table>
        <caption>
          {say(words.countedRows, { record, total })}
          {total > listed.length && ` · ${say(words.firstRows, { count: listed.length })}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{record}</th>
            {people && <th scope="col">{say(words.person)}</th>}
            {fields.map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
            <th scope="col" class="number">
              {say(words.counts)}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, at) => (
            <Row key={row.key} row={row} width={width} whose={people?.[at]} />
          ))}
        </tbody>
      </table>
      {!all && listed.length > few && (
        <button type="button" onClick={() => showAll(true)}>
          {say(words.showAll, { count: listed.length })}
        </button>
      )}
    </>
  )
}

function Row(props: { readonly row: RowView; readonly width: number; readonly whose: string | undefined }) {
  const { row, width, whose } = props
  const opening = useOpening()
  const { key, cells, value, reason, ref, place } = row
  return (
    <>
      <tr>
        <th scope="row" title={place && say(words.line, { file: place.file, line: place.line })}>
          {key}
        </th>
        {whose !== undefined && <td>{whose}</td>}
        {cells.map((cell, at) => (
          <td key={at}>{cell}</td>
        ))}
        <td class={reason ? 'number held' : 'number'}>
          {ref && !reason ? <NumberButton text={value} target={ref} opening={opening} /> : value}
        </td>
      </tr>
      {opening.open.length > 0 && (
        <tr>
          <td colSpan={width}>
            <Opened opening={opening} />
          </td>
        </tr>
      )}
    </>
  )
}
