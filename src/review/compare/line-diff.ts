/** A line of either text; its number in each that has it, from 1. */
export type DiffLine = {
  readonly is: 'same' | 'removed' | 'added'
  readonly text: string
  readonly before?: number
  readonly after?: number
}

/** Beyond so many differences the middle is told as a whole: who reads it reads a new text anyhow. */
const mostSteps = 2000

/** The fewest lines that turn one text into another (Myers), in the order of reading: removed before added. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const found: DiffLine[] = []
  const same = (x: number, y: number) =>
    found.push({ is: 'same', text: a[x] ?? '', before: x + 1, after: y + 1 })
  for (let i = 0; i < head; i++) same(i, i)
  const [x1, y1] = [a.length - tail, b.length - tail]
  const pairs = commonLines(a.slice(head, x1), b.slice(head, y1)).map(
    ([x, y]) => [x + head, y + head] as const,
  )
  let [x, y] = [head, head]
  for (const [nextX, nextY] of [...pairs, [x1, y1] as const]) {
    for (; x < nextX; x++) found.push({ is: 'removed', text: a[x] ?? '', before: x + 1 })
    for (; y < nextY; y++) found.push({ is: 'added', text: b[y] ?? '', after: y + 1 })
    if (nextX < x1 || nextY < y1) same(x++, y++)
  }
  for (let i = 0; i < tail; i++) same(x1 + i, y1 + i)
  return found
}

function linesOf(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** The places of a longest common part. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const most = Math.min(a.length + b.length, mostSteps)
  const reached = new Map<number, number>([[1, 0]])
  const trail: Map<number, number>[] = []
  for (let steps = 0; steps <= most; steps++) {
    trail.push(new Map(reached))
    for (let k = -steps; k <= steps; k += 2) {
      const down = k === -steps || (k !== steps && (reached.get(k - 1) ?? 0) < (reached.get(k + 1) ?? 0))
      let x = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reached.set(k, x)
      if (x >= a.length && x - k >= b.length) return traced(trail, a.length, b.length)
    }
  }
  return []
}

function traced(
  trail: readonly ReadonlyMap<number, number>[],
  endX: number,
  endY: number,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let [x, y] = [endX, endY]
  for (let steps = trail.length - 1; steps >= 0; steps--) {
    const reached = trail[steps] ?? new Map<number, number>()
    const k = x - y
    const down = k === -steps || (k !== steps && (reached.get(k - 1) ?? 0) < (reached.get(k + 1) ?? 0))
    const from = down ? k + 1 : k - 1
    const fromX = steps === 0 ? 0 : (reached.get(from) ?? 0)
    const fromY = steps === 0 ? 0 : fromX - from
    while (x > fromX && y > fromY) found.push([--x, --y])
    ;[x, y] = [fromX, fromY]
  }
  return found.reverse()
}
