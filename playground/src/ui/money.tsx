import { say } from '../state/language.ts'
import { words } from '../words/people.ts'
import type { Amount } from '../work/protocol.ts'
import { grouped, signOf } from './decimal.ts'

/** An amount, and beside it how many parts of it are held: these are never counted as 0. */
export function Money({ amount }: { amount: Amount }) {
  if (amount.held === 0) return <>{amount.shown === '' ? '–' : amount.shown}</>
  return (
    <>
      {amount.shown}
      <span class="held">
        {amount.shown === '' ? '' : ' + '}
        {say(words.heldCount, { count: amount.held })}
      </span>
    </>
  )
}

/** A difference with its sign; nothing for none. The sign says it, the colour only repeats it. */
export function Change({ change }: { change: string | undefined }) {
  const sign = change === undefined ? 0 : signOf(change)
  if (change === undefined || sign === 0) return null
  return <span class={sign > 0 ? 'more' : 'less'}>{signed(change)}</span>
}

/** `+1,234.50` or `−1,234.50`. */
export function signed(change: string): string {
  return signOf(change) < 0 ? `−${grouped(change.slice(1))}` : `+${grouped(change)}`
}
