import { signal } from '@preact/signals'

/** A build that took the place of the one that this page is of, kept in the browser. */
export const newerBuild = signal<ServiceWorker | undefined>(undefined)

/**
 * Keeps the page for when there is no network: another process of the browser hands out what was built and what was opened.
 * A page that is opened from a file, or in a browser that forbids it, works all the same while it is open.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  navigator.serviceWorker.register('./offline-worker.js').then(watch, () => undefined)
  // Another page asked for the newer build.
  navigator.serviceWorker.addEventListener('controllerchange', () => meet(navigator.serviceWorker.controller))
}

/** The rich editor was fetched, so this is a screen that shows it: it is kept as well. */
export function keepEditorForOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  navigator.serviceWorker.ready.then(
    ({ active }) => active?.postMessage('editor'),
    () => undefined,
  )
}

/** Leaves this page for the newer build, once that serves it. */
export function reloadNewer(): void {
  const worker = newerBuild.value
  if (!worker) return
  if (worker.state !== 'installed') {
    location.reload()
    return
  }
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') location.reload()
  })
  worker.postMessage('take over')
}

function watch(registration: ServiceWorkerRegistration): void {
  meet(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') meet(registration.waiting)
    })
  })
  // A page that stays open for days asks when somebody comes back to it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined)
  })
}

/** One of this very page, which was loaded when its build was already there, may take over at once. */
function meet(worker: ServiceWorker | null): void {
  const script = document.querySelector<HTMLScriptElement>('script[type=module]')?.src
  if (!worker || script === undefined) return
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data: isOfThisPage }) => {
    if (!isOfThisPage) newerBuild.value = worker
    else if (worker.state === 'installed') worker.postMessage('take over')
  }
  worker.postMessage({ script }, [port2])
}
