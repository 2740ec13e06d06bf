import { currentShared } from './current.ts'
import { bylaw } from './keeping.ts'
import { openShared } from './opening.ts'
import { fromJson, toJson } from './shared.ts'

const key = 'bylaw.reload'

/** Keeps what is open while the page is loaded again, of this page alone. False where there is no room. */
export function keepForReload(): boolean {
  try {
    sessionStorage.setItem(key, toJson(currentShared({ cases: true, sampleData: true }), bylaw))
    return true
  } catch {
    return false
  }
}

/** What was open before the page was loaded again: it goes on as if nothing had been. */
export async function goOnAfterReload(): Promise<void> {
  const text = sessionStorage.getItem(key)
  if (text === null || !(await openShared(fromJson(text)))) return
  sessionStorage.removeItem(key)
}
