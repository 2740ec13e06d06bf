import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { tally } from './test/reporter.ts'

export default defineConfig({
  // What is tested is what is bundled.
  resolve: { alias: { 'lodash-es': join(import.meta.dirname, 'rolldown.lodash.ts') } },
  test: {
    include: ['test/**/*.long.test.ts'],
    globalSetup: ['test/playground/build-page.ts'],
    server: { deps: { inline: [/chevrotain/] } },
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 1_800_000,
    passWithNoTests: true,
    reporters: ['default', tally()],
  },
})
