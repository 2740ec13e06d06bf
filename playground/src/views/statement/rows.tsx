import { useState } from 'preact/hooks'
import type { Ref, RowsView, RowView } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { NumberButton, Opened, useOpening } from './formula.tsx'
import { LeftOut } from './left-out.tsx'

/** Rows shown before more are asked for. */
const few = 20

/** The rows that a number counted, each with what it counts. */
export function CountedRows({ rows, counted }: { readonly rows: RowsView; readonly counted: Ref }) {
  const { record, total, fields, listed } = rows
  const [all, showAll] = useState(false)
  if (total === 0)
    return (
      <>
        <p class="quiet">{say(words.noRows, { record })}</p>
        <LeftOut counted={counted} />
      </>
    )
  const shown = all ? listed : listed.slice(0, few)
  return (
    <div class="rows">
      <table>
        <caption>
          {say(words.countedRows, { record, total })}
          {total > listed.length && ` · ${say(words.firstRows, { count: listed.length })}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{record}</th>
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
          {shown.map((row) => (
            <Row key={row.key} row={row} width={fields.length + 2} />
          ))}
        </tbody>
      </table>
      {!all && listed.length > few && (
        <button type="button" onClick={() => showAll(true)}>
          {say(words.showAll, { count: listed.length })}
        </button>
      )}
      <LeftOut counted={counted} />
    </div>
  )
}

function Row({ row, width }: { readonly row: RowView; readonly width: number }) {
  const opening = useOpening()
  const { key, cells, value, reason, ref, place } = row
  return (
    <>
      <tr>
        <th scope="row" title={place && say(words.line, { file: place.file, line: place.line })}>
          {key}
        </th>
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
