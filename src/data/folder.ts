import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { Plan } from '../plan/plan.ts'
import { chooseFiles } from './choose-files.ts'
import { type DataConfig, noConfig } from './data-config.ts'
import { type Fault, fault } from './problem-log.ts'
import { type Loaded, loadRows } from './read-rows.ts'

/**
 * Reads the rows of a plan from a folder. Only files that the plan needs are opened, and none outside the folder, also
 * not through a link. The only part of reading that touches the disk.
 */
export function loadFolder(plan: Plan, folder: string, config: DataConfig = noConfig): Loaded {
  const names = namesIn(folder, config)
  const chosen = chooseFiles(plan, names, config)
  const wanted = new Set([...chosen.files.values()].flat())
  // Names that are not read stay in the list: messages about a file that is lacking show them.
  const files = new Map<string, Uint8Array | Fault>(names.map((name) => [name, new Uint8Array()]))
  for (const name of wanted) files.set(name, readInside(folder, name))
  return loadRows(plan, files, config, isUtf8)
}

/** The files at the top of the folder, and those further down that the settings name. */
function namesIn(folder: string, config: DataConfig): readonly string[] {
  const named = [...config.records.values()].flatMap((source) => source.files)
  const deeper = named.filter(
    (name) => name.includes('/') && statSync(join(folder, name), quiet) !== undefined,
  )
  return [...new Set([...listFolder(folder), ...deeper])].sort()
}

const quiet = { throwIfNoEntry: false } as const

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'))
  } catch {
    return []
  }
}

function readInside(folder: string, name: string): Uint8Array | Fault {
  try {
    const root = realpathSync(folder)
    const path = realpathSync(join(root, name))
    const inside = relative(root, path)
    if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) {
      return fault('BY748', { file: name })
    }
    // A pipe or a device would never end.
    if (!statSync(path).isFile()) return fault('BY746', { file: name, reason: 'EISDIR' })
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
    return fault('BY746', { file: name, reason: code })
  }
}
