import type { ConditionView, NextTierView, ShortView, WhyNotView } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { Formula } from './formula.tsx'

/** Why a clause gave nothing: what does not hold, with its numbers, and what it would take. */
export function WhyNot({ found }: { readonly found: readonly WhyNotView[] }) {
  if (found.length === 0) return null
  return (
    <div class="why-not">
      {found.map((one, at) =>
        one.is === 'step' ? (
          <p key={at}>{say(words.stepNothing, { number: one.number, step: one.step })}</p>
        ) : (
          <div key={at}>
            <p>
              {one.is === 'gate'
                ? say(words.gateNot)
                : one.of === undefined
                  ? say(words.forWhom)
                  : say(words.forWhomOf, { of: one.of })}
            </p>
            <Conditions conditions={one.conditions} />
          </div>
        ),
      )}
    </div>
  )
}

const holds = {
  yes: { mark: '✓', text: words.holdsYes },
  no: { mark: '✗', text: words.holdsNo },
  unknown: { mark: '?', text: words.holdsUnknown },
} as const satisfies { readonly [H in ConditionView['holds']]: unknown }

/** Each condition with its numbers, whether it holds, and what it would take. */
export function Conditions({ conditions }: { readonly conditions: readonly ConditionView[] }) {
  return (
    <ul class="conditions">
      {conditions.map((one, at) => (
        <li key={at} class={one.holds}>
          <span class="mark">
            <span aria-hidden="true">{holds[one.holds].mark} </span>
            {say(holds[one.holds].text)}
          </span>
          <div>
            <Formula lines={one.lines} />
            {one.short && <Short short={one.short} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Short({ short }: { readonly short: ShortView }) {
  const { is, ...values } = short
  return <p class="short">{say(is === 'more' ? words.shortMore : words.shortLess, values)}</p>
}

/** What would lead to the next row of the tiers. */
export function NextTier({ next }: { readonly next: NextTierView }) {
  return (
    <div class="next-tier">
      {say(words.nextTier, { start: next.start, give: next.give })} <Short short={next.short} />
    </div>
  )
}
