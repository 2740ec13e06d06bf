import { dirname, posix } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import { attachedNames } from '../syntax/read.ts'
import { isCaseFile, maxFiles } from './case-files.ts'
import { failed, type Outcome } from './command.ts'
import { git } from './git.ts'
import { formsOf, maxBytes, type PolicyFiles } from './read-policy.ts'
import { usageFinding } from './usage.ts'

/** A policy as it stood in a revision, and the text of its `bylaw.yaml` there. */
export type RevisionFiles = {
  readonly files: PolicyFiles
  readonly settings?: string
  /** Its files of cases. */
  readonly cases: () => Promise<Outcome<readonly Source[]>>
}

/** Where a revision is looked for, and the command that asks, which what is wrong names. */
export type Asked = { readonly folder: string; readonly command: string }

type Blob = { readonly id: string; readonly size: number }

/**
 * The policy in a folder as a revision of its git repository has it: its files, the tables beside them and its settings.
 * `only`: the name of one file of the folder. Nothing outside the folder is read.
 */
export async function readRevision(
  revision: string,
  asked: Asked,
  only: string | undefined,
): Promise<Outcome<RevisionFiles>> {
  const { folder, command } = asked
  const place = await git(folder, ['rev-parse', '--show-prefix'])
  if (!place.ok)
    return failed(place.missing ? noGit(asked) : usageFinding('BY980', { path: folder, command }))
  const prefix = place.out.toString('utf8').replace(/\n$/u, '')
  const commit = await commitOf(revision, asked)
  if (!commit.ok) return commit
  const listed = await git(folder, [
    'ls-tree',
    '-r',
    '-z',
    '-l',
    '--full-tree',
    commit.value,
    '--',
    ...(prefix === '' ? [] : [prefix]),
  ])
  if (!listed.ok) return failed(usageFinding('BY981', { revision, command }))
  const blobs = blobsOf(listed.out.toString('utf8'), prefix)
  const names = [...blobs.keys()].filter(isPolicyFile).filter((name) => only === undefined || name === only)
  if (names.length === 0)
    return failed(usageFinding('BY983', { revision, path: prefix === '' ? '.' : prefix, command }))
  const read = (wanted: readonly string[]) => readBlobs(asked, revision, prefix, wanted, blobs)
  const texts = await read(names)
  if (!texts.ok) return texts
  const sources: Source[] = [...texts.value]
  const forms = await formsOf(sources)
  const beside = attachedNames(sources, forms).filter((name) => blobs.has(name))
  const attached = await read([...new Set(beside)])
  if (!attached.ok) return attached
  const settings = blobs.has('bylaw.yaml') ? await read(['bylaw.yaml']) : undefined
  if (settings && !settings.ok) return settings
  const text = settings?.value[0]?.text
  return {
    ok: true,
    value: {
      files: {
        sources: [...sources, ...attached.value],
        forms,
        folder,
        whole: only === undefined,
        pathOf: (name) => `${revision}:${prefix}${name}`,
        locationOf: () => undefined,
      },
      ...(text !== undefined && { settings: text }),
      cases: () => read([...blobs.keys()].filter((name) => isCaseFile.test(name)).slice(0, maxFiles)),
    },
  }
}

/** The commit that a word of the caller means. */
async function commitOf(revision: string, asked: Asked): Promise<Outcome<string>> {
  const { folder, command } = asked
  const found = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])
  if (found.ok) return { ok: true, value: found.out.toString('utf8').trim() }
  if (found.missing) return failed(noGit(asked))
  const inside = await git(folder, ['rev-parse', '--git-dir'])
  return failed(
    inside.ok
      ? usageFinding('BY981', { revision, command })
      : usageFinding('BY980', { path: folder, command }),
  )
}

/** Where the history of two revisions parted. */
export async function mergeBase(a: string, b: string, asked: Asked): Promise<Outcome<string>> {
  const commits = [await commitOf(a, asked), await commitOf(b, asked)]
  const ids: string[] = []
  for (const commit of commits) {
    if (!commit.ok) return commit
    ids.push(commit.value)
  }
  const found = await git(asked.folder, ['merge-base', ...ids])
  return found.ok
    ? { ok: true, value: found.out.toString('utf8').trim() }
    : failed(usageFinding('BY981', { revision: `${a}...${b}`, command: asked.command }))
}

function noGit({ command }: Asked): Diagnostic {
  return usageFinding('BY982', { command })
}

/** The files below the folder, by their names in it: links and other repositories are none. */
function blobsOf(listing: string, prefix: string): ReadonlyMap<string, Blob> {
  const found = new Map<string, Blob>()
  for (const entry of listing.split('\0')) {
    const m = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/su.exec(entry)
    const path = m?.[3] ?? ''
    if (m && path.startsWith(prefix))
      found.set(path.slice(prefix.length), { id: m[1] ?? '', size: Number(m[2]) })
  }
  return found
}

/** As in a folder: hidden ones and those of packages are left out. */
function isPolicyFile(name: string): boolean {
  const folders = dirname(name) === '.' ? [] : posix.dirname(name).split('/')
  const hidden = name.split('/').some((part) => part.startsWith('.'))
  return (
    /\.bylaw(?:\.md|\.yaml)?$/u.test(name) &&
    !hidden &&
    !folders.includes('node_modules') &&
    folders.length <= 8
  )
}

async function readBlobs(
  { folder, command }: Asked,
  revision: string,
  prefix: string,
  names: readonly string[],
  blobs: ReadonlyMap<string, Blob>,
): Promise<Outcome<readonly Source[]>> {
  const wanted = names.toSorted().map((name) => ({ name, ...(blobs.get(name) ?? { id: '', size: 0 }) }))
  const shown = (name: string): string => `${revision}:${prefix}${name}`
  const large = wanted.filter(({ size }) => size > maxBytes)
  if (large.length > 0)
    return failed(...large.map(({ name }) => usageFinding('BY920', { path: shown(name), limit: '16 MB' })))
  if (wanted.length === 0) return { ok: true, value: [] }
  const all = await git(folder, ['cat-file', '--batch'], wanted.map(({ id }) => `${id}\n`).join(''))
  if (!all.ok) return failed(usageFinding('BY981', { revision, command }))
  const { toUtf8 } = await import('../data/text.ts')
  const sources: Source[] = []
  const found: Diagnostic[] = []
  let at = 0
  for (const { name, size } of wanted) {
    // Each is told as `<id> blob <size>`, a line end, its bytes, a line end.
    const from = all.out.indexOf(10, at) + 1
    const bytes = all.out.subarray(from, from + size)
    at = from + size + 1
    const text = name.endsWith('.csv') ? toUtf8(name, bytes) : strict(bytes)
    if (text && 'utf8' in text) sources.push({ name, text: new TextDecoder('utf-8').decode(text.utf8) })
    else found.push(usageFinding('BY919', { path: shown(name) }))
  }
  return found.length > 0 ? failed(...found) : { ok: true, value: sources }
}

function strict(bytes: Uint8Array): { readonly utf8: Uint8Array } | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { utf8: bytes }
  } catch {
    return undefined
  }
}
