import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { attachedNames } from '../../src/syntax/read.ts'
import type { Packed } from '../src/open/packed.ts'
import { samples } from '../src/open/samples.ts'

/** Each sample policy with its data as one compressed file, which the page fetches when it is chosen. */
export function packedSamples(policies: string): ReadonlyMap<string, Uint8Array> {
  return new Map(
    samples.map((sample) => {
      const text = JSON.stringify(pack(policies, sample.id, sample.data ?? sample.id))
      return [`samples/${sample.id}.pack`, gzipSync(text, { level: 9 })]
    }),
  )
}

/** A sample policy with its settings, cases and data. */
export function pack(policies: string, id: string, data: string): Packed {
  const folder = join(policies, id)
  const read = (name: string) => ({ name, text: readFileSync(join(folder, name), 'utf8') })
  const names = readdirSync(folder).sort()
  const policy = names.filter((name) => /\.bylaw(?:\.md|\.yaml)?$/u.test(name)).map(read)
  const beside = attachedNames(policy).filter((name) => existsSync(join(folder, name)))
  const rows = join(policies, data, 'data')
  return {
    policy: [...policy, ...beside.map(read)],
    ...(names.includes('bylaw.yaml') && { settings: read('bylaw.yaml') }),
    data: readdirSync(rows)
      .filter((name) => /\.(?:csv|json|jsonl)$/u.test(name))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(rows, name), 'utf8') })),
    cases: names.filter((name) => name.endsWith('.cases.yaml')).map(read),
  }
}
