import { say } from '../../state/language.ts'
import { words } from '../../words/chain.ts'
import type { ChainShown } from '../../work/protocol-decide.ts'

type Group = ChainShown[number]

/** Who approves, group by group: all of them must agree. What is signed in turn is a numbered list. */
export function Chain({ chain }: { chain: ChainShown }) {
  if (chain.length === 0) return null
  return (
    <section class="chain" aria-label={say(words.title)}>
      {chain.map((group, at) => (
        <div key={at} class="chain-group">
          {at > 0 && <p class="quiet">{say(words.and)}</p>}
          {group.how !== 'alone' && <p class="quiet">{say(words[group.how])}</p>}
          <Steps group={group} />
        </div>
      ))}
    </section>
  )
}

function Steps({ group: { how, steps } }: { group: Group }) {
  const items = steps.map((step) => (
    <li key={step.role}>
      <strong>{step.role}</strong>
      {step.person !== undefined && <span>{step.person}</span>}
      {step.insteadOf !== undefined && (
        <span class="quiet">{say(words.insteadOf, { person: step.insteadOf })}</span>
      )}
      {step.why !== undefined && <span class="held">{step.why}</span>}
    </li>
  ))
  return how === 'in-turn' ? <ol>{items}</ol> : <ul class={how}>{items}</ul>
}
