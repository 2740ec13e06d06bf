import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plain } from '../../src/base/render-paint.ts'
import type { Io } from '../../src/cli/io.ts'
import { runCommand } from '../../src/cli/run-command.ts'

export type Outcome = { readonly code: number; readonly out: string; readonly err: string }

/** Runs one command line as the shell would, without a process. */
export async function bylaw(
  words: readonly string[],
  more: {
    readonly cwd?: string
    readonly env?: Io['env']
    readonly stdin?: string | Uint8Array
    readonly width?: number
    readonly interrupted?: Promise<void>
  } = {},
): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(words, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    stdin: async () =>
      typeof more.stdin === 'string'
        ? new TextEncoder().encode(more.stdin)
        : (more.stdin ?? new Uint8Array()),
    env: more.env ?? { LANG: 'en_US.UTF-8' },
    cwd: more.cwd ?? process.cwd(),
    paintOut: plain,
    paintErr: plain,
    errIsTerminal: false,
    ...(more.width !== undefined && { outWidth: more.width }),
    ...(more.interrupted !== undefined && { interrupted: () => more.interrupted ?? Promise.resolve() }),
    now: () => 0,
  })
  return { code, out: out.join(''), err: err.join('') }
}

/** An empty folder of its own for the time of `work`. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-test-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
