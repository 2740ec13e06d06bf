import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import type { Form } from '../syntax/read.ts'
import { failed, type Outcome } from './command.ts'
import type { Io } from './io.ts'
import { readAttached } from './read-attached.ts'
import { usageFinding } from './usage.ts'

/** The texts of one policy and where they came from. */
export type PolicyFiles = {
  readonly sources: readonly Source[]
  /** The forms beside text and literate that their names ask for. */
  readonly forms: readonly Form[]
  /** The folder that the policy's data and settings are looked for in. */
  readonly folder: string
  /** Whether one whole folder was named, and not files of one. */
  readonly whole: boolean
  /** The path to show for a source's name, and to give to other programs: from the current folder. */
  readonly pathOf: (name: string) => string
  /** Where a source lies, or undefined for standard input. */
  readonly locationOf: (name: string) => string | undefined
}

export const maxBytes = 16 * 1024 * 1024
const maxDepth = 8
const maxFiles = 2000
const stdinName = '<stdin>'

/**
 * Reads what POLICY means: a folder, files, or `-`; the current folder when nothing is written. `beside`: the files that
 * its tables stand in too, as the last of the sources.
 */
export async function readPolicy(
  positionals: readonly string[],
  io: Io,
  { beside }: { readonly beside: boolean } = { beside: true },
): Promise<Outcome<PolicyFiles>> {
  const given = positionals.length === 0 ? ['.'] : positionals
  const found: Diagnostic[] = []
  const files: string[] = []
  let folder: string | undefined
  let stdin = false
  let whole = given.length === 1
  for (const path of given) {
    if (path === '-') {
      stdin = true
      whole = false
      continue
    }
    const location = resolve(io.cwd, path)
    const kind = await kindOf(location)
    if (kind === 'nothing') found.push(usageFinding('BY905', { path }))
    else if (kind === 'folder') {
      folder ??= location
      const inside = await policyFilesIn(location, 0)
      if (inside.length === 0) found.push(usageFinding('BY906', { path }))
      files.push(...inside)
    } else {
      whole = false
      folder ??= dirname(location)
      files.push(location)
    }
  }
  if (found.length > 0) return failed(...found)
  const root = folder ?? io.cwd
  const names = new Map([...new Set(files)].map((file) => [nameOf(file, root), file]))
  const sources: Source[] = []
  for (const [name, file] of names) {
    const text = await readText(file, showPath(file, io.cwd))
    if (text.ok) sources.push({ name, text: text.value })
    else found.push(...text.found)
  }
  if (stdin) {
    const text = decode(await io.stdin(), stdinName)
    if (text.ok) sources.push({ name: stdinName, text: text.value })
    else found.push(...text.found)
  }
  if (found.length > 0) return failed(...found)
  const forms = await formsOf(sources)
  if (beside) {
    const attached = await readAttached(sources, forms, root, (name) => names.get(name))
    if (!attached.ok) return attached
    for (const [name, { source, location }] of attached.value) {
      names.set(name, location)
      sources.push(source)
    }
  }
  return {
    ok: true,
    value: {
      sources,
      forms,
      folder: root,
      whole,
      pathOf: (name) => {
        const file = names.get(name)
        return file === undefined ? name : showPath(file, io.cwd)
      },
      locationOf: (name) => names.get(name),
    },
  }
}

/** YAML is read with a library of its own, which a policy without such files does not wait for. */
export async function formsOf(sources: readonly Source[]): Promise<readonly Form[]> {
  if (!sources.some(({ name }) => name.endsWith('.bylaw.yaml'))) return []
  const { yamlForm } = await import('../yaml-form/form.ts')
  return [yamlForm]
}

async function kindOf(location: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(location)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

/** In the order of their names, folders and hidden files left out, links not followed; never without end. */
async function policyFilesIn(folder: string, depth: number): Promise<string[]> {
  const out: string[] = []
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isFile() && /\.bylaw(?:\.md|\.yaml)?$/u.test(entry.name)) out.push(path)
    else if (entry.isDirectory() && depth < maxDepth) out.push(...(await policyFilesIn(path, depth + 1)))
    if (out.length >= maxFiles) break
  }
  return out
}

function nameOf(file: string, root: string): string {
  const name = relative(root, file)
  return (name.startsWith('..') || isAbsolute(name) ? basename(file) : name).split(sep).join('/')
}

/** From the current folder when the file lies in it, else in full. */
export function showPath(file: string, cwd: string): string {
  const name = relative(cwd, file)
  return name === '' ? '.' : (name.startsWith(`..${sep}..`) ? file : name).split(sep).join('/')
}

async function readText(file: string, path: string): Promise<Outcome<string>> {
  try {
    return decode(await readFile(file), path)
  } catch (error) {
    return failed(usageFinding('BY907', { path, reason: reasonOf(error) }))
  }
}

function decode(bytes: Uint8Array, path: string): Outcome<string> {
  if (bytes.byteLength > maxBytes) return failed(usageFinding('BY920', { path, limit: '16 MB' }))
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return failed(usageFinding('BY919', { path }))
  }
}

/** The short word of the operating system: EACCES, EISDIR, ENOSPC. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}
