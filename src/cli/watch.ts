import { watch } from 'node:fs'
import { basename, join } from 'node:path'

const quiet = 150

/** What a policy, its cases and their data are written in; other files change nothing. */
const matters = /\.(?:bylaw|bylaw\.md|yaml|csv|json|jsonl)$/iu

/**
 * Calls `run` now and after each change in a folder that could matter to it, one after another, until `ends` is fulfilled.
 * Changes that come close together are one; one that comes while it runs is not lost.
 */
export async function whileWatching(
  folder: string,
  /** Files that `run` itself writes. */
  own: ReadonlySet<string>,
  run: () => Promise<void>,
  ends: Promise<void>,
): Promise<void> {
  let next = signal()
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name === null || basename(name).startsWith('.') || !matters.test(name)) return
    if (own.has(join(folder, name))) return
    clearTimeout(timer)
    timer = setTimeout(() => next.give(), quiet)
  })
  const over = ends.then(() => 'over' as const)
  try {
    await run()
    while ((await Promise.race([over, next.given])) !== 'over') {
      next = signal()
      await run()
    }
  } finally {
    clearTimeout(timer)
    watcher.close()
  }
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {}
  const given = new Promise<void>((done) => {
    give = done
  })
  return { given, give: () => give() }
}
