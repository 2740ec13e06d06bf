import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { now } from '../../state/workspace.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { words } from '../../words/decide.ts'
import { ask } from '../../work/client.ts'
import type { DeadlineShown } from '../../work/protocol-decide.ts'

const found = signal<readonly DeadlineShown[]>([])

/** What is running out in the period, for what is now. */
export function Deadlines() {
  const run = results.value
  const spoken = language.value
  const at = now.value
  useEffect(() => {
    if (!run) return
    void ask('deadlines', { language: spoken, ...(at !== undefined && { now: at }) }).then((reply) => {
      if (reply.is === 'answer') found.value = reply.answer
    })
  }, [run, spoken, at])
  if (!run) return null
  const caption = say(words.deadlines, { period: run.period })
  return (
    <section class="deadlines">
      <h3>{caption}</h3>
      <label class="choice">
        <span>{say(words.now)}</span>
        <input
          type="datetime-local"
          value={at ?? ''}
          onChange={({ currentTarget }) => {
            now.value = currentTarget.value === '' ? undefined : currentTarget.value
          }}
        />
      </label>
      {found.value.length === 0 ? (
        <p class="quiet">{say(words.noDeadlines)}</p>
      ) : (
        <Table
          caption={caption}
          columns={columnsOf(found.value)}
          rows={found.value}
          keyOf={({ clause, row, due }) => `${clause} ${row} ${due}`}
        />
      )}
    </section>
  )
}

function columnsOf(rows: readonly DeadlineShown[]): readonly Column<DeadlineShown>[] {
  return [
    { id: 'due', title: say(words.due), cell: ({ due }) => due },
    {
      id: 'left',
      title: say(words.left),
      cell: ({ left, late }) => (late ? <span class="less">{say(words.late, { length: left })}</span> : left),
    },
    { id: 'clause', title: say(words.limit), cell: ({ clause }) => clause },
    { id: 'row', title: say(words.of), cell: ({ row }) => row },
    { id: 'state', title: say(words.state), cell: ({ state }) => state },
    ...(rows.some(({ told }) => told !== '')
      ? [{ id: 'told', title: say(words.told), cell: ({ told }: DeadlineShown) => told }]
      : []),
  ]
}
