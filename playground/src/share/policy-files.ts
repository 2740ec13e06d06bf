import type { Source } from '../../../src/index.ts'
import { fromJson, mostCharacters, type Shared, type Unreadable } from './shared.ts'

/** The ending of a file that holds everything that was open: see `toJson`. */
export const savedEnding = '.bylaw.json'

/** Files that somebody chose or dropped, by what they are in a policy's folder. */
export type PolicyFiles = {
  readonly is: 'files'
  /** The texts, and the tables beside them. */
  readonly policy: readonly Source[]
  readonly cases: readonly Source[]
  readonly settings?: Source
  /** Tables that no text names: rows to pay by. */
  readonly data: ReadonlyMap<string, Uint8Array>
}

export function isPolicy(name: string): boolean {
  return /\.bylaw(?:\.md|\.yaml|\.json)?$/u.test(name)
}

/** Reads what may be anything; nothing is taken over in part. */
export async function readPolicyFiles(files: readonly File[]): Promise<PolicyFiles | Shared | Unreadable> {
  if (files.reduce((sum, { size }) => sum + size, 0) > mostCharacters)
    return { is: 'unreadable', why: 'large' }
  const saved = files.find(({ name }) => name.endsWith(savedEnding))
  if (saved) return fromJson(await saved.text())
  const written = files.filter(
    ({ name }) => isPolicy(name) || /\.cases\.(?:yaml|csv)$|^bylaw\.yaml$/u.test(name),
  )
  const texts = await Promise.all(written.map(textOf))
  if (texts.includes(undefined)) return { is: 'unreadable', why: 'encoding' }
  const known = texts.filter((text) => text !== undefined)
  const policy = known.filter(({ name }) => isPolicy(name))
  if (policy.length === 0) return { is: 'unreadable', why: 'notPolicy' }
  const isBeside = ({ name }: File): boolean => policy.some(({ text }) => text.includes(name))
  const others = files.filter((file) => !written.includes(file))
  const beside = await Promise.all(others.filter(isBeside).map(textOf))
  if (beside.includes(undefined)) return { is: 'unreadable', why: 'encoding' }
  const rows = others.filter((file) => !isBeside(file))
  const data = await Promise.all(
    rows.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
  )
  const settings = known.find(({ name }) => name === 'bylaw.yaml')
  return {
    is: 'files',
    policy: [...policy, ...beside.filter((text) => text !== undefined)],
    cases: known.filter(({ name }) => name.includes('.cases.')),
    data: new Map(data),
    ...(settings && { settings }),
  }
}

/** A policy is UTF-8, here as on the command line: guessed signs in a policy would be other words. */
async function textOf(file: File): Promise<Source | undefined> {
  try {
    return {
      name: file.name,
      text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()),
    }
  } catch {
    return undefined
  }
}
