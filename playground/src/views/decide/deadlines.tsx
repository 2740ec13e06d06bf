import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { now, opened } from '../../state/workspace.ts'
import { Choice } from '../../ui/choice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useTyping } from '../../ui/typing.ts'
import { words as courseWords } from '../../words/course.ts'
import { words } from '../../words/decide.ts'
import { ask } from '../../work/client.ts'
import type { DeadlineShown } from '../../work/protocol-decide.ts'
import { Course, chosen } from './course.tsx'

type Found = {
  readonly of: typeof opened.value
  readonly done: boolean
  readonly rows: readonly DeadlineShown[]
}
const found = signal<Found | undefined>(undefined)
/** Those that are done are looked at as well: whether they were in time, and why. */
const done = signal(false)

/** What is running out in the period, for what is now. */
export function Deadlines() {
  const run = results.value
  const spoken = language.value
  const at = now.value
  const isDone = done.value
  useEffect(() => {
    if (!run) return
    const of = opened.peek()
    void ask('deadlines', { language: spoken, done: isDone, ...(at !== undefined && { now: at }) }).then(
      (reply) => {
        if (reply.is === 'answer') found.value = { of, done: isDone, rows: reply.answer }
      },
    )
  }, [run, spoken, at, isDone])
  const typing = useTyping(at ?? '', (typed) => {
    now.value = typed === '' ? undefined : typed
  })
  if (!run) return null
  const isHere = found.value?.of === opened.value && found.value?.done === isDone
  const rows = isHere ? found.value?.rows : undefined
  const caption = say(isDone ? words.doneDeadlines : words.deadlines, { period: run.period })
  return (
    <section class="deadlines">
      <h3>{caption}</h3>
      <div class="row">
        <Choice
          label={say(words.which)}
          value={isDone ? 'done' : 'running'}
          options={[
            { value: 'running', label: say(words.running) },
            { value: 'done', label: say(words.done) },
          ]}
          choose={(chosenNow) => {
            done.value = chosenNow === 'done'
            chosen.value = undefined
          }}
        />
        <label class="choice">
          <span>{say(words.now)}</span>
          <input type="datetime-local" {...typing} />
        </label>
      </div>
      {rows === undefined ? null : rows.length === 0 ? (
        <p class="quiet">{say(isDone ? words.noneDone : words.noDeadlines)}</p>
      ) : (
        <>
          <p class="quiet">{say(courseWords.choose)}</p>
          <Table
            caption={caption}
            columns={columnsOf(rows, isDone)}
            rows={rows}
            keyOf={({ id, at }) => `${id} ${at}`}
            onRow={choose}
            chosen={isChosen}
          />
          <Course />
        </>
      )}
    </section>
  )
}

function choose({ id, at }: DeadlineShown): void {
  chosen.value = { id, at }
}

function isChosen({ id, at }: DeadlineShown): boolean {
  return chosen.value?.id === id && chosen.value.at === at
}

function columnsOf(rows: readonly DeadlineShown[], isDone: boolean): readonly Column<DeadlineShown>[] {
  return [
    {
      id: 'due',
      title: say(words.due),
      cell: (one) => (
        <button
          type="button"
          class="link"
          aria-label={`${one.due} ${say(courseWords.open, { row: one.row })}`}
          onClick={(event) => {
            event.stopPropagation()
            choose(one)
          }}
        >
          {one.due === '' ? '–' : one.due}
        </button>
      ),
    },
    isDone
      ? { id: 'stopped', title: say(words.stopped), cell: ({ stopped }) => stopped }
      : {
          id: 'left',
          title: say(words.left),
          cell: ({ left, late }) =>
            late ? <span class="less">{say(words.late, { length: left })}</span> : left,
        },
    { id: 'clause', title: say(words.limit), cell: ({ clause }) => clause },
    { id: 'row', title: say(words.of), cell: ({ row }) => row },
    { id: 'state', title: say(words.state), cell: ({ state }) => state },
    ...(rows.some(({ told }) => told !== '')
      ? [{ id: 'told', title: say(words.told), cell: ({ told }: DeadlineShown) => told }]
      : []),
  ]
}
