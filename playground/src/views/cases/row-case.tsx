import { effect, untracked } from '@preact/signals'
import { personToSave } from '../../state/chosen.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/people.ts'
import { SaveCase } from '../statement/save-case.tsx'
import { saveAsCase, saving } from './adding.ts'

effect(() => {
  const of = personToSave.value
  if (of) untracked(() => void saveAsCase(of))
})

/** Above the table of people: whose case is being made, how far that is, or why there is none. */
export function RowCase() {
  const of = saving.value?.of
  if (!of) return null
  return (
    <div class="tools">
      <span>{say(words.caseOf, { key: of.key })}</span>
      <SaveCase of={of} />
    </div>
  )
}
