import { once } from 'node:events'
import { styleText } from 'node:util'
import { type Paint, plain, type Style } from '../base/render-paint.ts'

/** 0 fine, 1 findings in the policy or the data, 2 usage or input. */
export type ExitCode = 0 | 1 | 2

/** Everything a command touches outside its own files: so that a test can run one without a process. */
export type Io = {
  /** Results. */
  readonly out: (text: string) => void
  /** Progress, timing, and what went wrong with the call itself. */
  readonly err: (text: string) => void
  readonly stdin: () => Promise<Uint8Array>
  /** Standard input as it comes; absent where it is there as a whole. */
  readonly stdinChunks?: () => AsyncIterable<Uint8Array>
  /** Waits until what was written to `out` has been taken, so that no more is kept than a reader can take. */
  readonly drained?: () => Promise<void>
  readonly env: { readonly [name: string]: string | undefined }
  readonly cwd: string
  readonly paintOut: Paint
  readonly paintErr: Paint
  readonly errIsTerminal: boolean
  /** How many places a line of the terminal has; absent where results go elsewhere. */
  readonly outWidth?: number
  /** Fulfilled when the user has asked to end what would run on (Ctrl-C). */
  readonly interrupted?: () => Promise<void>
  /** Milliseconds of a clock that only runs forward. */
  readonly now: () => number
}

/** The real thing. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks)
    },
    stdinChunks: () => process.stdin,
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
    },
    env: process.env,
    cwd: process.cwd(),
    paintOut: hasColour(process.env, process.stdout.isTTY) ? colour : plain,
    paintErr: hasColour(process.env, process.stderr.isTTY) ? colour : plain,
    errIsTerminal: process.stderr.isTTY === true,
    ...(process.stdout.isTTY === true && { outWidth: process.stdout.columns }),
    interrupted: async () => void (await once(process, 'SIGINT')),
    now: () => performance.now(),
  }
}

/** NO_COLOR wins, then FORCE_COLOR, then whether somebody is watching. */
export function hasColour(
  env: { readonly [name: string]: string | undefined },
  isTerminal: boolean | undefined,
): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  const force = env.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTerminal === true && env.TERM !== 'dumb'
}

const formats = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  notice: ['bold', 'cyan'],
  strong: ['bold'],
  frame: ['blue'],
  caret: ['bold', 'red'],
  related: ['cyan'],
  help: ['green'],
  dim: ['dim'],
} as const satisfies { readonly [S in Style]: readonly string[] }

// The stream was looked at already, so `styleText` need not.
const colour: Paint = (style, text) => styleText([...formats[style]], text, { validateStream: false })
