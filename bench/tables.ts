import { performance } from 'node:perf_hooks'
import { check } from '../src/check/check.ts'
import { read } from '../src/syntax/read.ts'
import { median } from './measure.ts'
import { type Random, seededRandom } from './random.ts'

const head = `policy tables {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
`
const words = Array.from({ length: 8 }, (_, i) => `w${i}`)
type Box = readonly (readonly [number, number])[]
/** Six inputs: amounts, percentages, days, counts, one of a list, yes or no; each cut into places from 0 up. */
const places = [64, 40, 60, 50, words.length, 2]

function cell(input: number, [from, until]: readonly [number, number]): string {
  const whole = from === 0 && until === places[input]
  if (whole) return '-'
  if (input === 4) return words.slice(from, until).join(', ')
  if (input === 5) return from === 0 ? 'no' : 'yes'
  const shown = (at: number) => {
    if (input === 0) return `${at * 1000} CNY`
    if (input === 2) return new Date(Date.UTC(2026, 0, 1 + at * 5)).toISOString().slice(0, 10)
    return input === 1 ? `${at}%` : String(at)
  }
  const low = from === 0 ? '' : `from ${shown(from)}`
  return `${low} ${until === places[input] ? '' : `${low === '' ? 'under' : 'to under'} ${shown(until)}`}`.trim()
}

function tableOf(boxes: readonly Box[], hit: string, last = ''): string {
  const rows = boxes.map((box, r) => `  | ${box.map((side, i) => cell(i, side)).join(' | ')} | ${r + 1} |`)
  const headings = places.map((_, i) => `in_${i}`)
  return `${head}\ntable big ${hit} {\n  | ${headings.join(' | ')} | => out |\n${rows.join('\n')}\n${last}}\n`
}

/** All cases, cut again and again at random places and inputs: complete and without overlap, whatever the order. */
function dissection(count: number, random: Random): readonly Box[] {
  const boxes: Box[] = [places.map((size) => [0, size] as const)]
  while (boxes.length < count) {
    const index = random.below(boxes.length)
    const box = boxes[index] ?? []
    const k = random.below(places.length)
    const [from, until] = box[k] ?? [0, 1]
    if (until - from < 2) continue
    const middle = from + 1 + random.below(until - from - 1)
    const halves = [[from, middle] as const, [middle, until] as const].map((side) => box.with(k, side))
    boxes.splice(index, 1, ...halves)
  }
  return boxes
    .map((box) => ({ box, at: random.below(2 ** 30) }))
    .sort((a, b) => a.at - b.at)
    .map(({ box }) => box)
}

/** Each row anything in most inputs, a stretch in two or three. */
function scattered(count: number, random: Random): readonly Box[] {
  return Array.from({ length: count }, () =>
    places.map((size): readonly [number, number] => {
      if (random.below(2) === 0) return [0, size]
      const from = random.below(size)
      return [from, from + 1 + random.below(size - from)]
    }),
  )
}

/** `npm run bench:tables [rounds]`: how long proving a table takes, beside reading and checking its cells. */
function main(rounds: number): void {
  const random = seededRandom(7)
  const otherwise = `  | otherwise | - | - | - | - | - | 0 |\n`
  const cases: readonly (readonly [string, string])[] = [
    ['60 × 6, cut at random, unique', tableOf(dissection(60, random), 'unique')],
    ['60 × 6, one row left out', tableOf(dissection(60, random).slice(1), 'unique')],
    ['60 × 6, scattered, first match', tableOf(scattered(60, random), 'first match', otherwise)],
    ['1,000 × 6, cut at random, unique', tableOf(dissection(1000, random), 'unique')],
    ['1,000 × 6, one row left out', tableOf(dissection(1000, random).slice(1), 'unique')],
    ['1,000 × 6, cut at random, first match', tableOf(dissection(1000, random), 'first match')],
    ['1,000 × 6, scattered, first match', tableOf(scattered(1000, random), 'first match', otherwise)],
  ]
  for (const [name, text] of cases) {
    const { file } = read({ name: 'table.bylaw', text })
    const codes = new Map<string, number>()
    for (const { code } of check({ files: [file] }).diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1)
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now()
      check({ files: [file] })
      return performance.now() - start
    })
    const found = [...codes].map(([code, count]) => `${code} × ${count}`).join(', ')
    console.log(`${name.padEnd(40)} ${median(times).toFixed(1).padStart(8)} ms  ${found}`)
  }
}

main(Number(process.argv[2] ?? 5))
