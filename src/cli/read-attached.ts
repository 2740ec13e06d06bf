import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Source } from '../base/span.ts'
import { attachedNames, type Form } from '../syntax/read.ts'
import { failed, type Outcome } from './command.ts'
import { usageFinding } from './usage.ts'

/**
 * The files beside a policy that its texts name, those that are there: which are not, the check says where they are
 * named. `locationOf`: where a source lies.
 */
export async function readAttached(
  sources: readonly Source[],
  forms: readonly Form[],
  root: string,
  locationOf: (name: string) => string | undefined,
): Promise<Outcome<ReadonlyMap<string, { readonly source: Source; readonly location: string }>>> {
  const read = new Map<string, { readonly source: Source; readonly location: string }>()
  const found: Diagnostic[] = []
  for (const source of sources) {
    const location = locationOf(source.name)
    if (location === undefined) continue
    for (const name of attachedNames([source], forms)) {
      // Beside a policy file that lies elsewhere than the first one named, another file would be meant.
      const isInFolder = location === join(root, ...source.name.split('/'))
      const text = isInFolder ? await readInside(root, name) : failed(usageFinding('BY770', { file: name }))
      if (!text.ok) found.push(...text.found)
      else if (text.value !== undefined)
        read.set(name, { source: { name, text: text.value }, location: join(root, name) })
    }
  }
  return found.length > 0 ? failed(...found) : { ok: true, value: read }
}

/** The text of a file of the folder; undefined where there is none. */
async function readInside(root: string, name: string): Promise<Outcome<string | undefined>> {
  const path = await realpath(join(root, name)).catch(() => undefined)
  if (path === undefined) return { ok: true, value: undefined }
  const inside = relative(await realpath(root), path)
  if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`))
    return failed(usageFinding('BY770', { file: name }))
  // A pipe or a device would never end.
  if (!(await stat(path)).isFile()) return failed(usageFinding('BY746', { file: name, reason: 'EISDIR' }))
  try {
    const bytes = await readFile(path)
    const { toUtf8 } = await import('../data/text.ts')
    const text = toUtf8(name, bytes)
    return 'utf8' in text
      ? { ok: true, value: new TextDecoder('utf-8').decode(text.utf8) }
      : failed({ code: text.fault.code, args: text.fault.args })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
    return failed(usageFinding('BY746', { file: name, reason }))
  }
}
