import type { Person } from '../../state/chosen.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/statement.ts'
import { giveUpSaving, saveAsCase, saving } from '../cases/adding.ts'

const reasons = {
  unknown: words.caseUnknown,
  'too-much': words.caseTooMuch,
  apart: words.caseApart,
  policy: words.casePolicy,
  slow: words.caseSlow,
} as const

/** What one person is paid as a case: the rows that it hangs on, and the amounts that came out. */
export function SaveCase({ of }: { of: Person }) {
  const now =
    saving.value?.of.key === of.key && saving.value.of.record === of.record ? saving.value : undefined
  return (
    <>
      {now?.is === 'working' ? (
        <button type="button" onClick={giveUpSaving}>
          {say(words.giveUp)}
        </button>
      ) : (
        <button type="button" onClick={() => void saveAsCase(of)}>
          {say(words.saveCase)}
        </button>
      )}
      <span role="status" class={now?.is === 'none' ? 'held' : 'quiet'}>
        {now?.is === 'working' && say(words.savingCase, { runs: now.runs })}
        {now?.is === 'saved' && say(words.savedCase, { name: now.name })}
        {now?.is === 'none' && say(words.notSaved, { why: say(reasons[now.why]) })}
      </span>
    </>
  )
}
