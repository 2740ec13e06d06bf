import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { tally } from './test/reporter.ts'

export default defineConfig({
  // What is tested is what is bundled.
  resolve: { alias: { chevrotain: join(import.meta.dirname, 'rolldown.chevrotain.ts') } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.long.test.ts'],
    // Test files share the modules they import: none keeps state between tests, and importing anew costs more than testing.
    isolate: false,
    // One worker a core: by default one core is left idle, half of a small machine.
    maxWorkers: '100%',
    testTimeout: 30_000,
    reporters: ['default', tally()],
  },
})
