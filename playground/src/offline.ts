/**
 * Keeps the page for when there is no network: another process of the browser hands out what was built and what was opened.
 * A page that is opened from a file, or in a browser that forbids it, works all the same while it is open.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  navigator.serviceWorker.register('./offline-worker.js').catch(() => undefined)
}

/** The rich editor was fetched, so this is a screen that shows it: it is kept as well. */
export function keepEditorForOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  navigator.serviceWorker.ready.then(
    ({ active }) => active?.postMessage('editor'),
    () => undefined,
  )
}
