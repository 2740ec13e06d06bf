import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'rolldown'
import { expect, test } from 'vitest'

const script = `
import { compile, decider } from './bylaw.js'
let refused = false
try { new Function('return 1')() } catch { refused = true }
const text = 'policy p { language en; currency CNY }\\n' +
  'record Quote { id text key; amount money; discount percent }\\n' +
  'decision level for each Quote { table first match {\\n' +
  '| discount | => verdict |\\n| up to 5% | allow |\\n| - | refuse |\\n} }\\n' +
  'bonus pay for each Quote { tiers marginal of amount by amount {\\n| from | rate |\\n| 0 CNY | 1% |\\n| 100 CNY | 2% |\\n}\\nround 0.01 half-up }'
const { plan } = compile([{ name: 'p.bylaw', text }])
const answer = decider(plan, 'level').decide({ discount: '4%' })
const pay = decider(plan, 'pay').decide({ amount: '150.00' })
console.log(JSON.stringify([refused, answer.results, answer.explain().text('zh-Hans').length > 50, pay.results]))
`

test('nothing is made of text and run: compiling and deciding work under a strict content security policy', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-strict-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    await build({
      input: new URL('../../src/index.ts', import.meta.url).pathname,
      platform: 'node',
      logLevel: 'silent',
      output: { file: join(folder, 'bylaw.js'), format: 'esm', codeSplitting: false },
    })
    writeFileSync(join(folder, 'run.js'), script)
    const run = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', 'run.js'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('')
    // 1 % of 100 and 2 % of the other 50.
    expect(JSON.parse(run.stdout)).toEqual([true, { verdict: 'allow' }, true, { amount: '2.00' }])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
