import { say, together } from '../state/language.ts'
import { findings } from '../state/outcome.ts'
import { show } from '../state/place.ts'
import { policy } from '../state/workspace.ts'
import { words } from '../words/shell.ts'
import type { Finding } from '../work/protocol.ts'

/** What the check says of the texts; each leads to its place. */
export function FindingList() {
  const found = findings.value
  return (
    <section class="findings" aria-label={say(words.findings)}>
      <h2>{found.length === 0 ? say(words.noFindings) : `${say(words.findings)} (${found.length})`}</h2>
      <ul>
        {found.map((one, at) => (
          <li key={at} class={one.severity}>
            <One finding={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ finding }: { finding: Finding }) {
  const { span } = finding
  const several = policy.value.length > 1
  const where = together([
    ...(span && several ? [span.source] : []),
    ...(finding.line === undefined ? [] : [say(words.line, { line: finding.line })]),
  ])
  return (
    <>
      <button type="button" disabled={!span} onClick={() => span && show(span)}>
        <b>{say(words[finding.severity])}</b> {finding.message} <span class="quiet">{where}</span>
      </button>
      <p class="help">{finding.help}</p>
    </>
  )
}
