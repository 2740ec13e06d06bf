import { readSheets } from './sheets.ts'

// The library's types know the window; a worker has the same two.
const scope = self as unknown as Worker

scope.onmessage = async ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  try {
    scope.postMessage({ sheets: await readSheets(data) })
  } catch {
    scope.postMessage({ sheets: undefined })
  }
}
