import { listedApart, say } from '../../state/language.ts'
import { show } from '../../state/place.ts'
import { policy } from '../../state/workspace.ts'
import { words } from '../../words/cases.ts'
import type { CoverageFound } from '../../work/review-protocol.ts'

/** What cases meet of each clause, and what none of them has. */
export function CoverageTable({ found }: { found: CoverageFound }) {
  return (
    <section class="covered">
      <h3>{say(words.coverage, { percent: found.percent })}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.clause)}</th>
            <th scope="col">{say(words.covered)}</th>
            <th scope="col">{say(words.points)}</th>
            <th scope="col">{say(words.missing)}</th>
          </tr>
        </thead>
        <tbody>
          {found.clauses.map((one) => (
            <tr key={`${one.source} ${one.line} ${one.title}`}>
              <th scope="row">
                <button type="button" class="link" onClick={() => showLine(one.source, one.line)}>
                  {one.title}
                </button>
              </th>
              <td>{one.percent}</td>
              <td>
                {one.hit} / {one.total}
              </td>
              <td>
                {listedApart(one.missing.slice(0, 3))}
                {one.missing.length > 3 ? ` … (${one.missing.length})` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function showLine(source: string, line: number): void {
  const lines = (policy.value.find(({ name }) => name === source)?.text ?? '').split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  show({ source, from, to: from + (lines[line - 1]?.length ?? 0) })
}
