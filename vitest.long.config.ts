import { defineConfig } from 'vitest/config'
import { tally } from './test/reporter.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    isolate: false,
    testTimeout: 1_800_000,
    passWithNoTests: true,
    reporters: ['default', tally()],
  },
})
