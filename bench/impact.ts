import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { compile } from '../src/compile.ts'
import { loadFolder } from '../src/data/folder.ts'
import { runInMemory } from '../src/engines/memory.ts'
import type { Plan } from '../src/plan/plan.ts'
import { minus, zero } from '../src/review/impact/amount.ts'
import type { Impact } from '../src/review/impact/impact.ts'
import { measureImpact } from '../src/review/impact/measure.ts'
import type { Version } from '../src/review/impact/version.ts'
import type { ResultLine } from '../src/targets/evaluate/results.ts'
import { generate, people, quarter } from './generate.ts'
import { interleaved, median } from './measure.ts'

/** What an impact may take, in runs of the policy: the goal of the design. */
const goal = 2.2
const span = { from: quarter.from, until: quarter.until }

/** Edits of which the first touches what people earn alone, the second every order, the third both. */
const edits: { readonly [name: string]: (text: string) => string } = {
  'a rate of the tiers': (text) => text.replace('| 100% | 3.5% |', '| 100% | 3.6% |'),
  'a factor of every order': (text) => text.replace('| valve   | 1.20      |', '| valve   | 1.25      |'),
  'five edits': (text) =>
    text
      .replace('| 100% | 3.5% |', '| 100% | 3.6% |')
      .replace('| valve   | 1.20      |', '| valve   | 1.25      |')
      .replace('| over 30 up to 60 | 0.70      |', '| over 30 up to 60 | 0.75      |')
      .replace('gate attainment >= 40%', 'gate attainment >= 45%')
      .replace('cap 200_000 CNY', 'cap 210_000 CNY'),
}

/**
 * `npm run bench:impact [rounds] [orders]`: what an impact takes, reading included, beside one run of the policy in the
 * same process. It fails only when an answer is not the difference of two runs.
 */
function main(rounds: number, orders: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-bench-'))
  try {
    process.stderr.write(`generating ${orders} orders for ${people} people …\n`)
    generate(folder, orders)
    const text = readFileSync(resolve('bench/policy/field-sales.bylaw'), 'utf8')
    const found = interleaved(
      rounds + 1,
      new Map<string, () => number>([
        ['one run', () => timed(() => void ran(text, folder))],
        ...Object.entries(edits).map(
          ([name, edit]) => [name, () => timed(() => void impactOf(text, edit(text), folder))] as const,
        ),
      ]),
    )
    // The first round warms the process up.
    const time = (name: string) => median((found.get(name) ?? []).slice(1))
    const one = time('one run')
    console.log(`one run, from the files to the lines: ${Math.round(one)} ms; medians of ${rounds} rounds`)
    for (const name of Object.keys(edits)) {
      const ratio = time(name) / one
      console.log(`${name.padEnd(26)} ${ratio.toFixed(2)} × (at most ${goal} for one edit)`)
    }
    check(text, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function versionOf(name: string, text: string): Version {
  const sources = [{ name: 'field-sales.bylaw', text }]
  const { program, checked, plan, diagnostics } = compile(sources)
  if (!plan) throw new Error(`the policy has errors: ${diagnostics.map(({ code }) => code).join(' ')}`)
  return { name, sources, program, checked, plan, diagnostics }
}

function ran(text: string, folder: string): readonly ResultLine[] {
  const { plan } = versionOf('', text)
  return runInMemory(plan, loadFolder(plan, folder).rows, span).lines
}

function impactOf(old: string, now: string, folder: string): Impact {
  const [before, after] = [versionOf('old', old), versionOf('new', now)]
  const both: Plan = { ...after.plan, columns: [...after.plan.columns, ...before.plan.columns] }
  const { rows } = loadFolder(both, folder)
  return measureImpact({ before, after, rowsFor: () => rows, span, period: quarter.key })
}

/** Person by person against two runs that know nothing of each other. */
function check(text: string, folder: string): void {
  const amounts = (lines: readonly ResultLine[]) =>
    new Map(
      lines.map(({ subject, value }) => [
        subject?.key ?? '',
        value.is === 'number' ? { digits: value.digits, scale: value.scale } : zero,
      ]),
    )
  const before = amounts(ran(text, folder))
  for (const [name, edit] of Object.entries(edits)) {
    const after = amounts(ran(edit(text), folder))
    const impact = impactOf(text, edit(text), folder)
    const told = new Map(
      impact.people.map((one) => [one.person.named.key, minus(one.after, one.before).digits]),
    )
    let different = 0
    for (const [key, amount] of after)
      if (minus(amount, before.get(key) ?? zero).digits !== (told.get(key) ?? 0n)) different++
    if (different > 0) process.exitCode = 1
    console.log(
      different === 0
        ? `${name}: as two runs by themselves, for all ${after.size} people; ${told.size} change`
        : `${name}: ${different} people differ from two runs by themselves`,
    )
  }
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

main(Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 1_000_000))
