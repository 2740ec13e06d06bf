import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import { failed, type Outcome } from './command.ts'
import type { Io } from './io.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { usageFinding } from './usage.ts'

/** The files of cases that a command is about, under the paths that findings show. */
export type CaseFiles = {
  readonly sources: readonly Source[]
  readonly locationOf: (name: string) => string | undefined
  /** Whether a file is to be written with a byte order mark: it had one, or was in another encoding. */
  readonly marked: (name: string) => boolean
}

export const isCaseFile = /\.cases\.(?:yaml|csv)$/iu
const maxDepth = 8
export const maxFiles = 2000

/** What is said before the policy is read: which words name files of cases, and which its policy. */
export function splitCaseFiles(positionals: readonly string[]): {
  readonly policy: readonly string[]
  readonly cases: readonly string[]
} {
  const cases = positionals.filter((path) => isCaseFile.test(path))
  const policy = positionals.filter((path) => !isCaseFile.test(path))
  const [first] = cases
  // A file of cases lies beside the policy that it is about.
  return { policy: policy.length === 0 && first !== undefined ? [dirname(first)] : policy, cases }
}

/** The files of cases that are named, else all of a policy's folder, in the order of their names. */
export async function readCaseFiles(
  named: readonly string[],
  folder: string,
  io: Io,
): Promise<Outcome<CaseFiles>> {
  const paths = named.length > 0 ? named.map((path) => resolve(io.cwd, path)) : await caseFilesIn(folder, 0)
  const sources: Source[] = []
  const found: Diagnostic[] = []
  const locations = new Map<string, string>()
  const marked = new Set<string>()
  for (const path of paths) {
    const name = showPath(path, io.cwd)
    const text = await readCaseText(path, name)
    if (!text.ok) found.push(...text.found)
    else {
      sources.push({ name, text: text.value.text })
      if (text.value.marked) marked.add(name)
      locations.set(name, path)
    }
  }
  return found.length > 0
    ? failed(...found)
    : {
        ok: true,
        value: {
          sources,
          locationOf: (name) => locations.get(name),
          marked: (name) => marked.has(name),
        },
      }
}

type CaseFileText = { readonly text: string; readonly marked: boolean }

async function readCaseText(path: string, name: string): Promise<Outcome<CaseFileText>> {
  try {
    const bytes = await readFile(path)
    const { toUtf8 } = await import('../data/text.ts')
    const text = toUtf8(name, bytes)
    if ('fault' in text) return failed(text.fault)
    const value = new TextDecoder('utf-8').decode(text.utf8)
    return { ok: true, value: { text: value, marked: text.utf8 !== bytes } }
  } catch (error) {
    return failed(usageFinding('BY907', { path: name, reason: reasonOf(error) }))
  }
}

async function caseFilesIn(folder: string, depth: number): Promise<readonly string[]> {
  const out: string[] = []
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isFile() && isCaseFile.test(entry.name)) out.push(path)
    else if (entry.isDirectory() && depth < maxDepth) out.push(...(await caseFilesIn(path, depth + 1)))
    if (out.length >= maxFiles) break
  }
  return out
}
