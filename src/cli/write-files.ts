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
 * Writes a folder of files, whole or not at all: everything goes into a new folder beside it first. What an earlier
 * run left under `folder` is replaced; files that are not ours (not at the top of `files`) stay where they are.
 * `files` by path inside the folder, with `/`.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true })
  const staging = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
  try {
    for (const [name, text] of files) {
      const path = join(staging, ...name.split('/'))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    }
    const tops = new Set([...files.keys()].map((name) => name.split('/')[0] ?? name))
    const there = await readdir(folder).catch(() => undefined)
    const foreign = (there ?? []).filter((name) => !tops.has(name))
    if (foreign.length === 0) await swap(staging, folder, there !== undefined)
    else
      for (const top of tops) await swap(join(staging, top), join(folder, top), (there ?? []).includes(top))
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Puts `fresh` where `old` stands; the old one comes back when that fails. */
async function swap(fresh: string, old: string, exists: boolean): Promise<void> {
  if (!exists) {
    await rename(fresh, old)
    return
  }
  const aside = `${old}.old-${process.pid}`
  await rename(old, aside)
  try {
    await rename(fresh, old)
  } catch (error) {
    await rename(aside, old)
    throw error
  }
  await rm(aside, { recursive: true, force: true })
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
