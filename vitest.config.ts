import { defineConfig } from 'vitest/config'
import { tally } from './test/reporter.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.long.test.ts'],
    // Test files share the modules they import: none keeps state between tests, and importing anew costs more than testing.
    isolate: false,
    testTimeout: 30_000,
    reporters: ['default', tally()],
  },
})
