import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../samples/run-sample.ts'
import { rulesAgreeOn } from './sample-rules.ts'

const data = join(repository, '../shared/data/adventureworks')
const here = existsSync(data)
if (!here)
  console.warn(
    'Skipped: ../shared/data/adventureworks is not here, so its rules are not compared with the engine.',
  )

test.skipIf(!here)(
  'the rules of AdventureWorks give what the engine gives, on 400 lines and every quarter',
  async () => {
    const compared = await rulesAgreeOn(
      'adventureworks',
      { from: '2011-05-31', until: '2014-06-30' },
      data,
      400,
    )
    // Lines spread over all of them, and each of 17 people in each of 12 quarters.
    expect(Object.fromEntries(compared)).toEqual({
      discount_authority: 400,
      flat: 204,
      flat_from_80: 204,
    })
  },
)
