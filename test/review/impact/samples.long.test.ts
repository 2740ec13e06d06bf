import { join } from 'node:path'
import { test } from 'vitest'
import { repository } from '../../samples/run-sample.ts'
import { agrees, changed, compared } from './two-runs.ts'

test('the impact on a quarter of the whole handbook is the difference of two independent runs, with caps, holdbacks and recalculations that follow the edit', () => {
  const edit = changed(['    | 60%  | 1.2% |', '    | 60%  | 1.5% |'])
  const found = compared(
    'handbook-zh',
    { from: '2026-04-01', until: '2026-06-30' },
    edit,
    join(repository, 'policies', 'handbook-zh', 'data'),
  )
  agrees(found)
})
