import type { Source } from '../../../src/index.ts'

/** The rows of a draft, which this browser keeps only where somebody asked for it. Nothing of it is ever in a link or a file. */
export type KeptData = { readonly files: ReadonlyMap<string, Uint8Array>; readonly settings?: Source }

const store = 'data'

/** False where the browser has no room, or keeps nothing. */
export async function keepData(id: string, kept: KeptData): Promise<boolean> {
  return (await inStore('readwrite', (all) => all.put(kept, id))).is === 'done'
}

/** Undefined where it is not there any more: a browser may clear what it keeps. */
export async function readData(id: string): Promise<KeptData | undefined> {
  const found = await inStore('readonly', (all) => all.get(id))
  return found.is === 'done' && isKept(found.value) ? found.value : undefined
}

export async function dropData(id: string): Promise<void> {
  await inStore('readwrite', (all) => all.delete(id))
}

type Done = { readonly is: 'done'; readonly value: unknown } | { readonly is: 'failed' }

function inStore(mode: IDBTransactionMode, ask: (all: IDBObjectStore) => IDBRequest): Promise<Done> {
  return new Promise((resolve) => {
    const fail = () => resolve({ is: 'failed' })
    try {
      const opening = indexedDB.open('bylaw', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore(store)
      opening.onerror = fail
      opening.onblocked = fail
      opening.onsuccess = () => {
        const database = opening.result
        const transaction = database.transaction(store, mode)
        const asked = ask(transaction.objectStore(store))
        transaction.oncomplete = () => {
          database.close()
          resolve({ is: 'done', value: asked.result })
        }
        transaction.onabort = () => {
          database.close()
          fail()
        }
      }
    } catch {
      // A page that was opened in private may have no such store.
      fail()
    }
  })
}

function isKept(value: unknown): value is KeptData {
  return typeof value === 'object' && value !== null && 'files' in value && value.files instanceof Map
}
