import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { documentsOf, withText } from '../../src/editor/documents.ts'

/** Collects what nobody can reach any more. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

test('of many keystrokes only the last version stays in memory', async () => {
  const name = 'p.bylaw'
  const text = 'policy p { language en; currency CNY }\nrecord Rep { id text key }\n'
  let documents = documentsOf([{ name, text }])
  const past: WeakRef<object>[] = []
  for (let i = 0; i < 40; i++) {
    documents = withText(documents, name, `${text}# ${'x'.repeat(i)}\n`)
    documents.analysed()
    if (i < 38) past.push(new WeakRef(documents))
  }
  // What was used in a turn is held until its end.
  await new Promise((done) => setTimeout(done))
  collect()
  expect(past.filter((one) => one.deref() !== undefined)).toHaveLength(0)
  expect(documents.analysed().diagnostics).toEqual([])
})
