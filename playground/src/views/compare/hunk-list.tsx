import { signal } from '@preact/signals'
import type { Hunk } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/compare.ts'
import type { Compared } from '../../work/compare-protocol.ts'

type Line = Hunk['lines'][number]

const besides = signal(false)

/** The texts where they differ, each with the money that the edits in it move. */
export function HunkList({ compared }: { readonly compared: Compared }) {
  const { hunks } = compared
  return (
    <section class="texts" aria-labelledby="texts-name">
      <div class="chart-head">
        <h3 id="texts-name">{say(words.text)}</h3>
        {hunks.length > 0 && (
          <button
            type="button"
            aria-pressed={besides.value}
            onClick={() => {
              besides.value = !besides.value
            }}
          >
            {say(words.sideBySide)}
          </button>
        )}
      </div>
      {hunks.length === 0 && <p class="quiet">{say(words.sameTexts)}</p>}
      {hunks.map((hunk, at) => (
        <HunkPart key={`${hunk.file} ${at}`} hunk={hunk} at={at} compared={compared} />
      ))}
    </section>
  )
}

function HunkPart({
  hunk,
  at,
  compared,
}: {
  readonly hunk: Hunk
  readonly at: number
  readonly compared: Compared
}) {
  const first = hunk.lines.find(({ is }) => is !== 'same')
  const line = first?.after ?? first?.before ?? 1
  return (
    <article class="hunk" aria-labelledby={`hunk-${at}`}>
      <h4 id={`hunk-${at}`}>{say(words.hunk, { file: hunk.file, line })}</h4>
      {compared.is === 'compared' && compared.byEdit && <Edits compared={compared} at={at} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keyboard only when it can be reached by it. */}
      <section class="code" tabIndex={0} aria-label={say(words.hunk, { file: hunk.file, line })}>
        {besides.value ? <SideBySide lines={hunk.lines} /> : <Unified lines={hunk.lines} />}
      </section>
    </article>
  )
}

/** What the edits of a hunk are, and the money of each. */
function Edits({
  compared,
  at,
}: {
  readonly compared: Extract<Compared, { is: 'compared' }>
  readonly at: number
}) {
  const rows = compared.sections.find(({ id }) => id === 'edits')?.rows ?? []
  const own = compared.editsOf[at] ?? []
  if (own.length === 0) return <p class="quiet">{say(words.noEdit)}</p>
  return (
    <ul class="edits">
      {own.map((i) => {
        const [, text = '', , money = '', people = ''] = rows[i] ?? []
        const sign = money.startsWith('+') ? 'more' : money.startsWith('−') ? 'less' : 'quiet'
        return (
          <li key={i}>
            {text} <strong class={sign}>{money}</strong>
            {people !== '' && <span class="quiet"> · {say(words.peopleCount, { n: people })}</span>}
          </li>
        )
      })}
    </ul>
  )
}

const marks = { same: ' ', removed: '−', added: '+' } as const

function Unified({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <table class="diff">
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.before} ${line.after}`} class={line.is}>
            <td class="at">{line.before}</td>
            <td class="at">{line.after}</td>
            <td class="mark">
              {marks[line.is]}
              {line.is !== 'same' && <span class="unseen">{say(words[line.is])}</span>}
            </td>
            <td class="line">{line.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SideBySide({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <table class="diff wide">
      <tbody>
        {pairsOf(lines).map(([old, now]) => (
          <tr key={`${old?.before} ${now?.after}`}>
            <Half line={old} at={old?.before} />
            <Half line={now} at={now?.after} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Half({ line, at }: { readonly line: Line | undefined; readonly at: number | undefined }) {
  return (
    <>
      <td class="at">{at}</td>
      <td class={`mark ${line?.is ?? ''}`}>
        {line && marks[line.is]}
        {line && line.is !== 'same' && <span class="unseen">{say(words[line.is])}</span>}
      </td>
      <td class={`line ${line?.is ?? ''}`}>{line?.text}</td>
    </>
  )
}

/** What was removed beside what was added in its place. */
function pairsOf(lines: readonly Line[]): readonly (readonly [Line | undefined, Line | undefined])[] {
  const found: (readonly [Line | undefined, Line | undefined])[] = []
  let [olds, news]: [Line[], Line[]] = [[], []]
  const flush = () => {
    for (let i = 0; i < Math.max(olds.length, news.length); i++) found.push([olds[i], news[i]])
    olds = []
    news = []
  }
  for (const line of lines) {
    if (line.is === 'removed') olds.push(line)
    else if (line.is === 'added') news.push(line)
    else {
      flush()
      found.push([line, line])
    }
  }
  flush()
  return found
}
