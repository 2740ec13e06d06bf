import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { committedSeed, generate } from './generate.ts'

/** Writes the CSV files into the folder given as the first argument (`npm run samples` gives policies/tangyu-zh/data). */
const folder = process.argv[2] ?? 'policies/tangyu-zh/data'
mkdirSync(folder, { recursive: true })
for (const [name, text] of generate(committedSeed)) writeFileSync(join(folder, name), text)
