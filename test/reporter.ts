import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * Ends the run with one line that people and scripts can read: `N passed, N failed`. Written as the process exits,
 * so that it is the last line, also when no test was found or a file could not be loaded.
 */
export function tally(): Reporter {
  let passed = 0
  let failed = 0
  return {
    onInit() {
      process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`))
    },
    onTestCaseResult(test: TestCase) {
      const { state } = test.result()
      if (state === 'passed') passed++
      else if (state === 'failed') failed++
    },
    onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
      failed += errors.length
      for (const module of modules) {
        failed += module.errors().length
        for (const suite of module.children.allSuites()) failed += suite.errors().length
      }
    },
  }
}
