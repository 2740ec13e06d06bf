// Runs the steps of a composite action as GitHub would, so that what is shipped is what is tested:
//   node .ci/action.mjs POLICY [input=value …]
// Without arguments: every sample policy that .github/workflows/policy.yml names. Steps that use another action are left
// out. ACTION_PATH: where the action lies, this project unless set.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const home = process.env.ACTION_PATH ?? root
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))

/** Fills `${{ … }}` from the contexts that composite actions have; anything else in there is a mistake of the action. */
function filled(text, contexts) {
  return String(text).replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path) => {
    const value = path.split('.').reduce((at, name) => at?.[name], contexts)
    if (value === undefined) throw new Error(`${path} is not known to an action`)
    return value
  })
}

/** Runs all steps with these inputs: whether they passed, and the summary. */
function runAction(given) {
  const temp = mkdtempSync(join(tmpdir(), 'bylaw-action-'))
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ''])
  const inputs = Object.fromEntries(defaults)
  for (const name of Object.keys(given))
    if (!(name in inputs)) throw new Error(`the action has no input ${name}`)
  const github = {
    action_path: home,
    action_repository: '',
    action_ref: '',
    server_url: 'https://github.com',
  }
  const contexts = { inputs: { ...inputs, ...given }, github, runner: { temp }, steps: {} }
  const [output, summary] = [join(temp, 'output'), join(temp, 'summary.md')]
  let passed = true
  for (const { id, run, env = {} } of action.runs.steps) {
    if (run === undefined || !passed) continue
    writeFileSync(output, '')
    const words = Object.entries(env).map(([name, value]) => [name, filled(value, contexts)])
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...Object.fromEntries(words),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      },
    })
    if (id !== undefined) contexts.steps[id] = { outputs: pairs(readFileSync(output, 'utf8').split('\n')) }
    passed = done.status === 0
  }
  const said = existsSync(summary) ? readFileSync(summary, 'utf8') : ''
  rmSync(temp, { recursive: true, force: true })
  return { passed, said }
}

/** `name=value` each. */
function pairs(lines) {
  return Object.fromEntries(lines.filter((line) => line.includes('=')).map((line) => line.split(/=(.*)/s)))
}

const [policy, ...words] = process.argv.slice(2)
const workflow = parse(readFileSync(join(root, '.github/workflows/policy.yml'), 'utf8'))
const samples = workflow.jobs.policy.strategy.matrix.sample.map((name) => `policies/${name}`)
for (const one of policy === undefined ? samples : [policy]) {
  const { passed, said } = runAction({ ...pairs(words), policy: one })
  if (policy !== undefined) console.log(said)
  console.log(`${passed ? 'passed' : 'FAILED'}: ${one}`)
  if (!passed) process.exitCode = 1
}
