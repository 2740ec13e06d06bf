import type { Io } from './io.ts'

/** A bar on stderr for work that takes longer than a second while somebody is watching; silent otherwise. */
export type Progress = {
  readonly step: (what: string, done: number, total: number) => void
  /** Clears the bar. */
  readonly end: () => void
}

const width = 24
const quietFor = 1000
const every = 100

export function progressOn(io: Io): Progress {
  if (!io.errIsTerminal) return { step: () => {}, end: () => {} }
  const started = io.now()
  let drawn = -Infinity
  let shown = false
  return {
    step: (what, done, total) => {
      const now = io.now()
      if (now - started < quietFor || now - drawn < every) return
      drawn = now
      shown = true
      const full = total > 0 ? Math.round((width * done) / total) : 0
      io.err(`\r\u001b[K${what} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total}`)
    },
    end: () => {
      if (shown) io.err('\r\u001b[K')
      shown = false
    },
  }
}
