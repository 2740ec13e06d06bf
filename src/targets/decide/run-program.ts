import { used } from '../../plan/states.ts'
import { matchTable } from './flat-table.ts'
import { runHost } from './host.ts'
import type { Program } from './program.ts'

/**
 * Runs a program on what stands in its registers. The numbers of the cases are those of `instruction` (program.ts):
 * written as numbers, because then the loop jumps where it would compare one by one.
 */
export function runProgram(program: Program): void {
  const { code, numbers, states } = program
  let at = 0
  for (;;) {
    const to = code[at + 1] as number
    const a = code[at + 2] as number
    const b = code[at + 3] as number
    switch (code[at]) {
      case 0: // end
        return
      case 1: // move
        numbers[to] = numbers[a] as number
        states[to] = states[a] as number
        at += 3
        break
      case 2: // moveBig
        program.bigs[to] = program.bigs[a] as bigint
        states[to] = states[a] as number
        at += 3
        break
      case 3: // moveText
        program.texts[to] = program.texts[a] as string
        states[to] = states[a] as number
        at += 3
        break
      case 4: // use
        numbers[to] = numbers[a] as number
        states[to] = used(states[a] as number)
        at += 3
        break
      case 5: // useBig
        program.bigs[to] = program.bigs[a] as bigint
        states[to] = used(states[a] as number)
        at += 3
        break
      case 6: // useText
        program.texts[to] = program.texts[a] as string
        states[to] = used(states[a] as number)
        at += 3
        break
      case 7: // add
        numbers[to] = (numbers[a] as number) + (numbers[b] as number)
        states[to] = both(states, a, b)
        at += 4
        break
      case 8: // sub
        numbers[to] = (numbers[a] as number) - (numbers[b] as number)
        states[to] = both(states, a, b)
        at += 4
        break
      case 9: // mul
        numbers[to] = (numbers[a] as number) * (numbers[b] as number)
        states[to] = both(states, a, b)
        at += 4
        break
      case 10: // min
        numbers[to] = Math.min(numbers[a] as number, numbers[b] as number)
        states[to] = both(states, a, b)
        at += 4
        break
      case 11: // max
        numbers[to] = Math.max(numbers[a] as number, numbers[b] as number)
        states[to] = both(states, a, b)
        at += 4
        break
      case 17: // neg
        numbers[to] = -(numbers[a] as number)
        states[to] = used(states[a] as number)
        at += 3
        break
      case 18: // abs
        numbers[to] = Math.abs(numbers[a] as number)
        states[to] = used(states[a] as number)
        at += 3
        break
      case 19: // sign
        numbers[to] = Math.sign(numbers[a] as number)
        states[to] = used(states[a] as number)
        at += 3
        break
      case 23: // nonzero
        numbers[to] = numbers[a] as number
        states[to] = used(states[a] as number)
        if (states[to] === 0 && numbers[a] === 0) states[to] = b
        at += 4
        break
      case 25: // drop
        numbers[to] = Math.trunc((numbers[a] as number) / (numbers[b] as number))
        states[to] = states[a] as number
        at += 4
        break
      case 47: // raise
        numbers[to] = (numbers[a] as number) * (numbers[b] as number)
        states[to] = states[a] as number
        at += 4
        break
      case 29: // less
        numbers[to] =
          (numbers[a] as number) < (numbers[b] as number)
            ? (code[at + 4] as number)
            : 1 - (code[at + 4] as number)
        states[to] = both(states, a, b)
        at += 5
        break
      case 30: // equal
        numbers[to] = numbers[a] === numbers[b] ? (code[at + 4] as number) : 1 - (code[at + 4] as number)
        states[to] = both(states, a, b)
        at += 5
        break
      case 33: // equalText
        numbers[to] =
          program.texts[a] === program.texts[b] ? (code[at + 4] as number) : 1 - (code[at + 4] as number)
        states[to] = both(states, a, b)
        at += 5
        break
      case 34: // and
        decide(numbers, states, to, a, b, 0)
        at += 4
        break
      case 35: // or
        decide(numbers, states, to, a, b, 1)
        at += 4
        break
      case 36: // not
        numbers[to] = numbers[a] === 0 ? 1 : 0
        states[to] = used(states[a] as number)
        at += 3
        break
      case 37: // when: the test stands where others have what is written
        if (states[to] !== 0) {
          states[a] = used(states[to] as number)
          at = code[at + 4] as number
        } else at = numbers[to] !== 0 ? at + 5 : b
        break
      case 38: // jump
        at = to
        break
      case 39: // choose
        if (states[to] !== 0) {
          states[a] = used(states[to] as number)
          at = b
        } else at = code[at + 4 + (numbers[to] as number)] as number
        break
      case 40: // pick
        if (states[a] !== 0) states[to] = used(states[a] as number)
        else {
          const item = b + (numbers[a] as number)
          numbers[to] = program.poolNumbers[item] as number
          states[to] = program.poolStates[item] as number
        }
        at += 4
        break
      case 41: // pickText
        if (states[a] !== 0) states[to] = used(states[a] as number)
        else {
          const item = b + (numbers[a] as number)
          program.texts[to] = program.poolTexts[item] as string
          states[to] = program.poolStates[item] as number
        }
        at += 4
        break
      case 42: // ifMissing
        at = program.missing.has(states[to] as number) ? at + 3 : a
        break
      case 43: // is
        askState(program, to, a, b)
        at += 4
        break
      case 44: // fail
        states[to] = a
        at += 3
        break
      case 45: // table
        matchTable(program.tables[a] as NonNullable<(typeof program.tables)[number]>, program)
        at += 3
        break
      case 46: // host
        runHost(
          program.hosts[a] as NonNullable<(typeof program.hosts)[number]>,
          program,
          to,
          b === 0 ? 'number' : b === 1 ? 'big' : 'text',
        )
        at += 4
        break
      default:
        at = runBig(program, at)
    }
  }
}

function both(states: Int32Array, a: number, b: number): number {
  const x = states[a] as number
  const y = states[b] as number
  return x === 0 && y === 0 ? 0 : Math.max(used(x), used(y))
}

/** Kleene: one side that decides is enough, whatever is unknown on the other. */
function decide(
  numbers: Float64Array,
  states: Int32Array,
  to: number,
  a: number,
  b: number,
  by: 0 | 1,
): void {
  const x = states[a] as number
  const y = states[b] as number
  if ((x === 0 && numbers[a] === by) || (y === 0 && numbers[b] === by)) {
    numbers[to] = by
    states[to] = 0
  } else {
    numbers[to] = 1 - by
    states[to] = Math.max(used(x), used(y))
  }
}

function askState({ states, numbers, missing }: Program, to: number, a: number, what: number): void {
  const state = states[a] as number
  const held = state >= 10_000
  states[to] = held && !missing.has(state) ? state : 0
  const found = state === 0 ? 1 : held ? 0 : 3
  numbers[to] = what === 2 ? (found === 3 ? 0 : 1) : found === what ? 1 : 0
}

/** The instructions on BigInt. */
function runBig(program: Program, at: number): number {
  const { code, bigs, numbers, states } = program
  const to = code[at + 1] as number
  const a = code[at + 2] as number
  const b = code[at + 3] as number
  switch (code[at]) {
    case 20: // negBig
      return one(program, at, -big(bigs, a))
    case 21: // absBig
      return one(program, at, big(bigs, a) < 0n ? -big(bigs, a) : big(bigs, a))
    case 22: // signBig
      numbers[to] = big(bigs, a) < 0n ? -1 : big(bigs, a) > 0n ? 1 : 0
      states[to] = used(states[a] as number)
      return at + 3
    case 24: // nonzeroBig
      bigs[to] = big(bigs, a)
      states[to] = used(states[a] as number)
      if (states[to] === 0 && bigs[a] === 0n) states[to] = b
      return at + 4
    case 26: // dropBig
      bigs[to] = big(bigs, a) / big(bigs, b)
      states[to] = states[a] as number
      return at + 4
    case 48: // raiseBig
      bigs[to] = big(bigs, a) * big(bigs, b)
      states[to] = states[a] as number
      return at + 4
    case 27: // widen
      bigs[to] = states[a] === 0 ? BigInt(numbers[a] as number) : 0n
      states[to] = states[a] as number
      return at + 3
    case 28: // narrow
      numbers[to] = states[a] === 0 ? Number(big(bigs, a)) : 0
      states[to] = states[a] as number
      return at + 3
    case 31: // lessBig
    case 32: {
      // equalBig
      const yes = code[at + 4] as number
      const holds = code[at] === 31 ? big(bigs, a) < big(bigs, b) : big(bigs, a) === big(bigs, b)
      numbers[to] = holds ? yes : 1 - yes
      states[to] = both(states, a, b)
      return at + 5
    }
    default:
      bigs[to] = ofTwo(code[at] as number, big(bigs, a), big(bigs, b))
      states[to] = both(states, a, b)
      return at + 4
  }
}

function one({ bigs, code, states }: Program, at: number, value: bigint): number {
  const to = code[at + 1] as number
  bigs[to] = value
  states[to] = used(states[code[at + 2] as number] as number)
  return at + 3
}

function big(bigs: readonly bigint[], register: number): bigint {
  return bigs[register] ?? 0n
}

function ofTwo(code: number, a: bigint, b: bigint): bigint {
  switch (code) {
    case 12:
      return a + b
    case 13:
      return a - b
    case 14:
      return a * b
    case 15:
      return a < b ? a : b
    case 16:
      return a < b ? b : a
    default:
      throw new Error(`a program has no instruction ${code}`)
  }
}
