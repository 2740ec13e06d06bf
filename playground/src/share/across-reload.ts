import { dataEdited } from '../state/workspace.ts'
import { currentShared } from './current.ts'
import { bylaw, keepRows, keepsData, openWithRows } from './keeping.ts'
import { fromJson, toJson } from './shared.ts'

const key = 'bylaw.reload'
const rowsKey = 'bylaw.reload.rows'

/** Keeps what is open while the page is loaded again, of this page alone. False where there is no room. */
export async function keepForReload(): Promise<boolean> {
  try {
    sessionStorage.setItem(key, toJson(currentShared({ cases: true, sampleData: true }), bylaw))
    if (!keepsData.peek() || !dataEdited.peek()) return true
    // Two pages of one browser have one store.
    const rows = `reload ${crypto.randomUUID()}`
    sessionStorage.setItem(rowsKey, rows)
    return await keepRows(rows)
  } catch {
    return false
  }
}

/** What was open before the page was loaded again: it goes on as if nothing had been. */
export async function goOnAfterReload(isWanted: () => boolean): Promise<void> {
  const text = sessionStorage.getItem(key)
  const rows = sessionStorage.getItem(rowsKey) ?? undefined
  // Somebody who has chosen something in the new page already wants that.
  if (text === null || !isWanted() || !(await openWithRows(fromJson(text), rows, isWanted))) return
  sessionStorage.removeItem(key)
  if (rows === undefined) return
  sessionStorage.removeItem(rowsKey)
  await (await import('./kept-data.ts')).dropData(rows)
}
