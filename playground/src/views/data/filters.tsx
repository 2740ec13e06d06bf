import type { RecordSource } from '../../../../src/index.ts'
import { say } from '../../state/language.ts'
import { words } from '../../words/data.ts'
import { editSettings } from './settings.tsx'

/** Which rows of a file are read at all: what the settings say of it, and the way to change it. */
export function Filters({ where }: Pick<RecordSource, 'where'>) {
  if (where.length === 0) return null
  const tests = where.map(({ heading, accept }) =>
    accept === 'present'
      ? say(words.isFilled, { column: heading })
      : say(words.isOneOf, { column: heading, values: accept.join(say(words.or)) }),
  )
  return (
    <p class="quiet">
      {say(words.onlyWhere, { tests: tests.join(say(words.and)) })}{' '}
      <button type="button" class="small" onClick={editSettings}>
        {say(words.change)}
      </button>
    </p>
  )
}
