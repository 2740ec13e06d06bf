import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateHandbook } from '../../handbook-zh/generator/generate.ts'
import { committedSeed, generate } from './generate.ts'

/** Writes the CSV files of both samples (`npm run samples`), under the folder given as the first argument if there is one. */
const root = process.argv[2] ?? 'policies'
for (const [sample, files] of [
  ['tangyu-zh', generate(committedSeed)],
  ['handbook-zh', generateHandbook(committedSeed)],
] as const) {
  const folder = join(root, sample, 'data')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}
