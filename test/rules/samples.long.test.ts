import { test } from 'vitest'
import { rulesAgree, samples } from './sample-rules.ts'

const handbooks = samples.filter((name) => name.startsWith('handbook'))

test.each(handbooks)('the rules of %s give what the engine gives', rulesAgree)
