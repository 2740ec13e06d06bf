import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aliases, treeshake } from '../../playground/build/bundling.ts'
import { partsApart } from '../../playground/build/parts.ts'
import { pack } from '../../playground/build/samples.ts'
import { textsApart } from '../../playground/build/texts.ts'
import { workerPlugins } from '../../playground/build/worker-plugins.ts'
import type { Packed } from '../../playground/src/open/packed.ts'
import { samples } from '../../playground/src/open/samples.ts'
import * as whole from '../../playground/src/work/handlers/calculate.ts'
import type { CalculateAsk } from '../../playground/src/work/protocol.ts'
import * as session from '../../playground/src/work/session.ts'
import { languages } from '../../src/base/language.ts'

const root = join(import.meta.dirname, '../..')
const worker = join(root, 'playground/src/work')
const folder = join(root, 'node_modules/.cache/parts-test')

/** What must be there before the first payouts, compressed: a limit, so that it does not creep. */
const limit = 150_000

type Apart = {
  readonly calculate: typeof whole.calculate
  readonly emptySession: typeof session.emptySession
  readonly withData: typeof session.withData
  readonly withParts: <T>(run: () => T | Promise<T>) => Promise<T>
}
let apart: Apart

beforeAll(async () => {
  const build = await rolldown({
    input: {
      calculate: join(worker, 'handlers/calculate.ts'),
      session: join(worker, 'session.ts'),
      lacking: join(worker, 'lacking.ts'),
    },
    plugins: [textsApart(() => true), partsApart(() => true)],
    resolve: { alias: aliases },
    treeshake,
    platform: 'node',
  })
  await build.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', cleanDir: true })
  await build.close()
  const made = ['calculate', 'session', 'lacking'].map((name) => {
    return import(pathToFileURL(join(folder, `${name}.js`)).href)
  })
  apart = Object.assign({}, ...(await Promise.all(made)))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function outcomes(ask: CalculateAsk, { data, settings }: Pick<Packed, 'data' | 'settings'>) {
  const kept = {
    files: new Map(data.map(({ name, text }) => [name, new TextEncoder().encode(text)])),
    ...(settings && { settings }),
  }
  const ours = session.emptySession()
  session.withData(ours, kept)
  const theirs = apart.emptySession()
  apart.withData(theirs, kept)
  const expected = await whole.calculate(ours, ask)
  const found = await apart.withParts(() => apart.calculate(theirs, ask))
  return [found, expected].map((one) => JSON.stringify({ ...one, took: undefined }))
}

test.each(languages)(
  'what is fetched in parts finds in every wrong policy what the whole finds, in %s',
  async (language) => {
    const bad = join(root, 'test/bad')
    const paths = readdirSync(bad).map((name) => join(bad, name, 'policy.bylaw'))
    // Each policy in one language: all of them in all take too long.
    const own = paths.filter((path, i) => existsSync(path) && languages[i % languages.length] === language)
    const different: string[] = []
    for (const path of own) {
      const policy = [{ name: 'policy.bylaw', text: readFileSync(path, 'utf8') }]
      const [found, expected] = await outcomes({ policy, base: [], language }, { data: [] })
      if (found !== expected) different.push(path)
    }
    expect(own.length).toBeGreaterThan(90)
    expect(different).toEqual([])
  },
)

// A quarter of the handbook takes seconds: its texts are enough here, all of which are compiled and lowered.
test.each([
  ['first-commission', 'zh-Hans', true],
  ['margin-matrix', 'zh-Hant', true],
  ['deductions-zh', 'en', true],
  ['tangyu-en', 'zh-Hans', true],
  ['handbook-en', 'en', false],
] as const)('what is fetched in parts pays in %s what the whole pays', async (id, language, paid) => {
  const data = samples.find((one) => one.id === id)?.data ?? id
  const sample = pack(join(root, 'policies'), id, data)
  const ask = { policy: sample.policy, base: [], language }
  const [found, expected] = await outcomes(ask, paid ? sample : { data: [] })
  expect(found).toBe(expected)
})

test('what is fetched before the first payouts stays within its limit', async () => {
  const build = await rolldown({
    input: join(worker, 'calculate.worker.ts'),
    preserveEntrySignatures: false,
    plugins: workerPlugins(),
    resolve: { alias: aliases },
    treeshake,
    platform: 'browser',
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  const chunks = new Map(
    output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])),
  )
  const first = new Set([...chunks.values()].flatMap((one) => (one.isEntry ? [one.fileName] : [])))
  for (const name of first) for (const other of chunks.get(name)?.imports ?? []) first.add(other)
  const sizes = [...first].map((name) => gzipSync(chunks.get(name)?.code ?? '').length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(limit)
})
