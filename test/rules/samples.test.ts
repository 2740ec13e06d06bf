import { test } from 'vitest'
import { rulesAgree, samples } from './sample-rules.ts'

// The handbook takes longer than all of them: it is among the long tests.
const short = samples.filter((name) => !name.startsWith('handbook'))

test.each(short)('the rules of %s give what the engine gives', { timeout: 120_000 }, rulesAgree)
