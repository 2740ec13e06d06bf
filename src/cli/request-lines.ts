import { open } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import type { Io } from './io.ts'

/** More than any request: a line beyond it is no request, and is not kept. */
const longestLine = 16 * 1024 * 1024

/** The lines of a file or of standard input, as they come: only one of them is in memory at a time. */
export async function* linesOf(path: string | undefined, io: Io): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let first = true
  for await (const chunk of path === undefined ? inputOf(io) : fileOf(path)) {
    let text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    if (first && text !== '') {
      text = text.replace(/^\uFEFF/u, '')
      first = false
    }
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield rest + text.slice(from, end)
      rest = ''
      from = end + 1
    }
    rest = rest.length > longestLine ? rest : rest + text.slice(from)
  }
  rest += decoder.end()
  if (rest !== '') yield rest
}

async function* inputOf(io: Io): AsyncGenerator<Uint8Array> {
  if (io.stdinChunks) yield* io.stdinChunks()
  else yield await io.stdin()
}

async function* fileOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path)
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 16 }))
      yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk))
  } finally {
    await file.close()
  }
}
