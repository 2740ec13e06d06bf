import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { hasErrors } from '../base/render.ts'
import { loadFolder } from '../data/folder.ts'
import type { Loaded } from '../data/read-rows.ts'
import type { Case } from '../review/cases/case.ts'
import type { CaseInput } from '../review/cases/run-case.ts'
import { failed, type Outcome } from './command.ts'
import type { Io } from './io.ts'
import { reasonOf } from './read-policy.ts'
import { readSettings } from './settings.ts'
import type { Tested } from './tested-policy.ts'
import { usageFinding } from './usage.ts'

/**
 * What cases name in the policy's folder: the rows of data folders, each read once, and golden files. Nothing outside the
 * folder is read, also not through a link.
 */
export function caseInputs({ files, plan }: Tested, io: Io): (one: Case) => Promise<Outcome<CaseInput>> {
  const folders = new Map<string, Promise<Outcome<Loaded>>>()
  return async ({ data, golden }) => {
    const loading = data && (folders.get(data.folder) ?? load(data.folder))
    if (data && loading) folders.set(data.folder, loading)
    const loaded = await loading
    if (loaded && !loaded.ok) return loaded
    const text = golden && (await goldenFile(golden.file))
    if (text && !text.ok) return text
    return {
      ok: true,
      value: {
        ...(loaded && { loaded: loaded.value }),
        ...(text?.value !== undefined && { golden: text.value }),
      },
    }
  }

  async function load(folder: string): Promise<Outcome<Loaded>> {
    const path = await insideOf(files.folder, folder)
    if (!path.ok) return path
    const isFolder = path.value !== undefined && (await stat(path.value)).isDirectory()
    if (path.value === undefined || !isFolder) return failed(usageFinding('BY914', { path: folder }))
    const { config, found } = await readSettings(files.folder, async () => plan, io)
    if (hasErrors(found)) return failed(...found)
    const loaded = loadFolder(plan, path.value, config)
    return loaded.unreadable.length > 0
      ? failed(...loaded.problems.map(({ diagnostic }) => diagnostic))
      : { ok: true, value: loaded }
  }

  async function goldenFile(file: string): Promise<Outcome<string | undefined>> {
    // Where there is none yet, an update writes it.
    const folder = await insideOf(files.folder, dirname(file))
    if (!folder.ok) return folder
    if (folder.value === undefined) return failed(usageFinding('BY914', { path: dirname(file) }))
    const path = await insideOf(files.folder, file)
    if (!path.ok || path.value === undefined) return path
    try {
      return { ok: true, value: (await readFile(path.value, 'utf8')).replace(/^\ufeff/u, '') }
    } catch (error) {
      return failed(usageFinding('BY907', { path: file, reason: reasonOf(error) }))
    }
  }
}

/** Where a file of a folder really lies; undefined where there is none. */
async function insideOf(root: string, name: string): Promise<Outcome<string | undefined>> {
  const path = await realpath(join(root, name)).catch(() => undefined)
  if (path === undefined) return { ok: true, value: undefined }
  const inside = relative(await realpath(root), path)
  if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`))
    return failed(usageFinding('BY770', { file: name }))
  return { ok: true, value: path }
}
