import type { Sheet } from './sheets.ts'

const patience = 60_000

/** Reads a spreadsheet in a worker of its own, which is ended when it is done or takes too long. Undefined: it is none. */
export function sheetsOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[] | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./sheets.worker.ts', import.meta.url), { type: 'module' })
    const finish = (sheets: readonly Sheet[] | undefined) => {
      clearTimeout(timer)
      worker.terminate()
      resolve(sheets)
    }
    const timer = setTimeout(() => finish(undefined), patience)
    worker.onmessage = ({ data }: MessageEvent<{ sheets: readonly Sheet[] | undefined }>) =>
      finish(data.sheets)
    worker.onerror = () => finish(undefined)
    worker.postMessage(bytes)
  })
}
