import { useEffect } from 'preact/hooks'
import { say } from '../../state/language.ts'
import { show } from '../../state/place.ts'
import { words } from '../../words/decide.ts'
import { words as tabs } from '../../words/tabs.ts'
import '../../style/decide.css'
import type { DecideClause } from '../../work/protocol-decide.ts'
import { asked, beginAsking, choose, decision, form } from './asking.ts'
import { Deadlines } from './deadlines.tsx'
import { RequestForm } from './decide-form.tsx'
import { DecisionShown } from './decision.tsx'
import { HeatMap } from './heat-map.tsx'

const groups = ['decision', 'deadline', 'amount'] as const

/** Asks a clause about one thing; the answer follows every key. */
export function Decide() {
  useEffect(beginAsking, [])
  const found = form.value
  if (!found) return <p class="pad quiet">{asked.value ? say(words.none) : ''}</p>
  const { span } = found
  return (
    <div class="decide pad">
      <h2 class="unseen">{say(tabs.decide)}</h2>
      <div class="tools">
        <label class="choice">
          <span>{say(words.clause)}</span>
          <select value={found.clause} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {groups.map((group) => (
              <Group key={group} group={group} clauses={found.clauses} />
            ))}
          </select>
        </label>
        {span && (
          <button type="button" class="link" onClick={() => show(span)}>
            {say(words.toText)}
          </button>
        )}
      </div>
      <div class="decide-sides">
        <RequestForm form={found} />
        <div class="decided">{decision.value && <DecisionShown decision={decision.value} />}</div>
      </div>
      <HeatMap />
      <Deadlines />
    </div>
  )
}

function Group({ group, clauses }: { group: DecideClause['group']; clauses: readonly DecideClause[] }) {
  const own = clauses.filter((one) => one.group === group)
  if (own.length === 0) return null
  return (
    <optgroup label={say(words[group])}>
      {own.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </optgroup>
  )
}
