import { expect, test } from 'vitest'
import { rowsFromObjects } from '../../src/data/from-objects.ts'
import { decider } from '../../src/targets/decide/decider.ts'
import { planOf } from '../decide/ask.ts'

const plan = planOf(`policy p { language zh-Hans; currency CNY }
record Paper { id text key; kind one of NDA, "A+", 合同 }
decision d for each Paper { gives secret = kind = NDA }
`)

test('letters of a list in full width are the same letters, in files and in requests', () => {
  const kinds = ['NDA', 'ＮＤＡ', 'Ａ＋', 'nda', 'ＮＤＢ']
  const { rows, problems } = rowsFromObjects(plan, { Paper: kinds.map((kind, i) => ({ id: `${i}`, kind })) })
  const column = rows.get('Paper')?.fields.get('kind')
  expect(column?.is === 'code' && [...column.values].slice(0, 3)).toEqual([0, 0, 1])
  // Small letters are others; what is nearly right is told.
  expect(problems.map(({ diagnostic }) => diagnostic.code)).toEqual(['BY715', 'BY715'])
  const { decide } = decider(plan, 'd')
  expect(decide({ kind: 'ＮＤＡ' }).results).toEqual({ secret: true })
})
