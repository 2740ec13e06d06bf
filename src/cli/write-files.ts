import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Replaces a file by writing beside it and renaming, so that a reader sees the old text or the new, never a part. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const mode = await stat(path).then(
    (s) => s.mode,
    () => 0o644,
  )
  try {
    await writeFile(temporary, text, { mode })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/**
 * Writes a folder of files, whole or not at all: everything goes into a new folder first, which then takes the place of
 * what an earlier run left. Files that are not ours (not at the top of `files`) stay where they are. `files` by path
 * inside the folder, with `/`.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const tops = [...new Set([...files.keys()].map((name) => name.split('/')[0] ?? name))]
  const there = await readdir(folder).catch(() => undefined)
  const shared = there?.some((name) => !tops.includes(name)) === true
  // Beside the folder when it is replaced as one; inside it when others keep files there.
  const place = shared ? folder : dirname(folder)
  await mkdir(place, { recursive: true })
  const temporary = await mkdtemp(join(place, `.${basename(folder)}-`))
  // A temporary folder is its owner's alone; one inside it has the usual rights.
  const staging = join(temporary, 'new')
  try {
    await mkdir(staging)
    for (const [name, text] of files) {
      const path = join(staging, ...name.split('/'))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    }
    if (shared) await replaceAll(tops.map((top) => [join(staging, top), join(folder, top)]))
    else await replaceAll([[staging, folder]])
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Puts each fresh file or folder where the old one stands; when one fails, all the old ones come back. */
async function replaceAll(pairs: readonly (readonly [fresh: string, old: string])[]): Promise<void> {
  const aside = (old: string) => `${old}.old-${process.pid}`
  const undo: (() => Promise<void>)[] = []
  try {
    for (const [fresh, old] of pairs) {
      const exists = await stat(old).then(
        () => true,
        () => false,
      )
      if (exists) {
        await rename(old, aside(old))
        undo.push(() => rename(aside(old), old))
      }
      await rename(fresh, old)
      undo.push(() => rename(old, fresh))
    }
  } catch (error) {
    for (const step of undo.reverse()) await step()
    throw error
  }
  for (const [, old] of pairs) await rm(aside(old), { recursive: true, force: true })
}

/**
 * A file name for a key that anyone may have written: no separators, no device names of Windows, no hidden files,
 * and different keys never share a name, not even where case does not count.
 */
export function safeFileName(key: string, taken: Set<string>): string {
  const cleaned = key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '_')
  const short = [...cleaned].slice(0, 60).join('')
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short)
  const base = short === '' || reserved ? `_${short}` : short
  let name = base
  for (let n = 2; taken.has(fold(name)); n++) name = `${base}~${n}`
  taken.add(fold(name))
  return name
}

function fold(name: string): string {
  return name.toLowerCase().normalize('NFKC')
}
