import type { StepView } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { light, spanOfLine } from '../../state/place.ts'
import { words } from '../../words/statement.ts'
import { Formula, NumberButton, Opened, useOpening } from './formula.tsx'
import { goTo } from './go-to.ts'

/** How an amount came about, step by step: what each worked with, and the amount after it. */
export function Steps({ steps, title }: { readonly steps: readonly StepView[]; readonly title: string }) {
  return (
    <table class="steps">
      <caption class="unseen">{say(words.steps, { title })}</caption>
      <colgroup>
        <col class="step-word" />
        <col />
        <col class="step-amount" />
      </colgroup>
      <thead class="unseen">
        <tr>
          <th scope="col">{say(words.step)}</th>
          <th scope="col">{say(words.formula)}</th>
          <th scope="col">{say(words.after)}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, at) => (
          <tr key={at} onClick={() => lightLine(step)}>
            <th scope="row">{step.word}</th>
            <td>
              <Formula lines={step.lines} />
              {step.tiers && <Tiers tiers={step.tiers} />}
              <Parts step={step} />
              <Formula lines={step.below} />
            </td>
            <td class={step.held ? 'number held' : 'number'}>{step.amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lightLine({ place }: StepView): void {
  const span = spanOfLine(place.file, place.line)
  if (span) light(span)
}

function Parts({ step }: { readonly step: StepView }) {
  const opening = useOpening()
  if (step.parts.length === 0) return null
  return (
    <>
      <ul class="parts">
        {step.parts.map(({ label, amount, ref, clause }, at) => (
          <li key={at}>
            {clause === undefined ? (
              <span>{label}</span>
            ) : (
              <a href={`#clause-${clause}`} onClick={(event) => goTo(event, clause)}>
                {label}
              </a>
            )}
            {ref ? <NumberButton text={amount} target={ref} opening={opening} /> : <span>{amount}</span>}
          </li>
        ))}
      </ul>
      <Opened opening={opening} />
    </>
  )
}

function Tiers({ tiers }: { readonly tiers: NonNullable<StepView['tiers']> }) {
  const sliced = tiers.rows.some(({ slice }) => slice !== undefined)
  return (
    <>
      <Formula lines={[tiers.head]} />
      <table class="tiers">
        <thead>
          <tr>
            <th scope="col">{say(words.bandFrom)}</th>
            <th scope="col" class="number">
              {say(words.bandGives)}
            </th>
            {sliced && (
              <>
                <th scope="col" class="number">
                  {say(words.bandSlice)}
                </th>
                <th scope="col" class="number">
                  {say(words.bandPays)}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {tiers.rows.map(({ start, give, slice, pays, reached }, at) => (
            <tr key={at} class={reached ? 'reached' : undefined}>
              <th scope="row">
                {start}
                {reached && (
                  <>
                    <span aria-hidden="true"> ◂</span>
                    <span class="unseen"> {say(words.reached)}</span>
                  </>
                )}
              </th>
              <td class="number">{give}</td>
              {sliced && (
                <>
                  <td class="number">{slice === undefined ? '' : `× ${slice}`}</td>
                  <td class="number">{pays === undefined ? '' : `= ${pays}`}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
