import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { language, say } from '../../state/language.ts'
import { results } from '../../state/outcome.ts'
import { words } from '../../words/course.ts'
import '../../style/course.css'
import { ask } from '../../work/client.ts'
import type { CourseDayShown, CourseShown } from '../../work/protocol-decide.ts'

/** The time limit that is looked at: its clause, and the row of it. */
export const chosen = signal<{ readonly id: string; readonly at: number } | undefined>(undefined)
const found = signal<CourseShown | undefined>(undefined)

/** One time limit as it runs over its working calendar, and what of it makes up its length. */
export function Course() {
  const run = results.value
  const spoken = language.value
  const of = chosen.value
  useEffect(() => {
    found.value = undefined
    if (!run || !of) return
    void ask('deadlineCourse', { ...of, language: spoken }).then((reply) => {
      // Closed, or another one chosen, before it was there.
      if (reply.is === 'answer' && chosen.value === of) found.value = reply.answer
    })
  }, [run, spoken, of])
  const course = found.value
  if (!course) return null
  const { clause, row } = course
  const title = say(words.title, { clause, row })
  return (
    <section class="course" aria-label={title}>
      <div class="course-head">
        <h4>{title}</h4>
        <button
          type="button"
          onClick={() => {
            chosen.value = undefined
          }}
        >
          {say(words.close)}
        </button>
      </div>
      <Told course={course} />
      <div class="months">
        {course.months.map((month) => (
          <Month key={month.month} {...month} />
        ))}
      </div>
      {course.more && <p class="quiet">{say(words.more)}</p>}
      <Pieces course={course} />
    </section>
  )
}

function Told({ course }: { course: CourseShown }) {
  const { length, start, zone, due, left, stopped, usedUp, pauses } = course
  const values = { length, start, zone, due: due ?? '', left: left ?? '' }
  const list = pauses
    .map(({ from, until }) => (until === undefined ? say(words.since, { from }) : `${from} – ${until}`))
    .join(language.value === 'en' ? ', ' : '；')
  const stands = due === undefined && pauses.some(({ until }) => until === undefined)
  return (
    <>
      <p aria-live="polite">
        {say(due !== undefined ? words.runs : stands ? words.stands : words.unknown, values)}
        {stopped !== undefined && ` ${say(words.stopped, { at: stopped })}`}
      </p>
      {usedUp !== undefined && <p>{say(words.usedUp, { at: usedUp })}</p>}
      {list !== '' && <p>{say(words.paused, { list })}</p>}
    </>
  )
}

function Month({ month, weeks }: CourseShown['months'][number]) {
  return (
    <table class="month">
      <caption>{month}</caption>
      <thead>
        <tr>
          {say(words.weekdays)
            .split(' ')
            .map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {Array.from({ length: 7 }, (_, weekday) => (
              <DayCell key={weekday} day={week[weekday]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const marks = { start: words.start, due: words.due, stopped: words.done, now: words.now } as const

function DayCell({ day: shown }: { day: CourseDayShown | undefined }) {
  if (!shown) return <td class="no-day" />
  const { day, is, name, hours, counts, paused, marks: own } = shown
  const kind = is === 'unknown' ? words.notKnown : words[is]
  return (
    <td class={counts === undefined ? is : `${is} counted`} data-day={day}>
      <span class="number">{Number(day.slice(8))}</span>
      {is === 'worked' ? <span class="unseen">{say(kind)}</span> : <span>{name ?? say(kind)}</span>}
      {hours.map((text) => (
        <span key={text} class="hours">
          {text}
        </span>
      ))}
      {paused && <span class="held">{say(words.pausedDay)}</span>}
      {counts !== undefined && <strong>+{counts}</strong>}
      {own.map((mark) => (
        <span key={mark} class={`mark ${mark}`}>
          {say(marks[mark])}
        </span>
      ))}
    </td>
  )
}

function Pieces({ course: { pieces, total, length } }: { course: CourseShown }) {
  if (pieces.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section class="wide" tabIndex={0} aria-label={say(words.pieces)}>
      <table class="pieces">
        <caption>{say(words.pieces)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.from)}</th>
            <th scope="col">{say(words.until)}</th>
            <th scope="col" class="number">
              {say(words.counts)}
            </th>
            <th scope="col" class="number">
              {say(words.sum)}
            </th>
          </tr>
        </thead>
        <tbody>
          {pieces.map(({ from, until, counts, sum }) => (
            <tr key={until}>
              <th scope="row">{from}</th>
              <td>{until}</td>
              <td class="number">{counts}</td>
              <td class="number">{sum}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say(words.total)}
            </th>
            <td class="number">{total}</td>
            <td class="number">{say(words.ofAll, { length })}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
