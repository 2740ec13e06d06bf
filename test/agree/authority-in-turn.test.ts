import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

const policy = (
  verdicts: readonly string[],
  own: string,
  when: 'date' | 'time',
  needed: string,
) => `policy p {
  language en; currency CNY; effective from 2026-01-01 until open; calendar cn
}
record Person { id text key; role one of rep, lead, head, finance, legal; boss Person optional }
record Deal { id text key; person Person; owner Person optional; signed ${needed} posting; kind one of a, b, c; amount money }
record Stand { giver Person; taker Person; begins date; ends date; in force from begins until ends by giver }
record Given { id text key; deal Deal; by Person; day ${when}; amount money optional }
authority grant for each Deal {
  ranks rep, lead, head by person.role
  asked by person
  superior person.boss
  substitute Stand(approver).taker
  ${own}
  table "one" unique {
    | kind | => verdict |
    | a    | ${verdicts[0]} |
    | b    | ${verdicts[1]} |
    | c    | ${verdicts[2]} |
  }
  table "other" unique {
    | kind | => verdict |
    | a, b | allow |
    | c    | ${verdicts[3]} |
  }
  approved by Given.by for Given.deal on Given.day, needed on signed, valid 9 days
  late when ${when === 'time' ? 'date(Given.day)' : 'Given.day'} <= ${needed === 'time' ? 'date(signed)' : 'signed'} + 4 days
  again when amount > Given.amount
}
`

const people = [
  ['R', 'rep', 'M'],
  ['M', 'lead', 'D'],
  ['D', 'head', null],
  ['F', 'finance', 'D'],
  ['L', 'legal', 'D'],
] as const
const signer = fc.constantFrom('finance', 'legal', 'lead', 'head', 'owner', 'person.boss')
const cases = fc.record({
  when: fc.constantFrom('date', 'time'),
  needed: fc.constantFrom('date', 'time'),
  own: fc.constantFrom('', 'own up to rep', 'own up to head'),
  orders: fc.array(fc.uniqueArray(signer, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
  how: fc.array(fc.constantFrom('in turn', 'in turn', 'in turn', 'all of'), { minLength: 4, maxLength: 4 }),
  deals: fc.array(
    fc.record({
      person: fc.constantFrom('R', 'R', 'M', 'F'),
      owner: fc.option(fc.constantFrom('R', 'M', 'L'), { freq: 9 }),
      kind: fc.constantFrom('a', 'b', 'c'),
    }),
    { minLength: 3, maxLength: 4 },
  ),
  // Of whom and when, for each deal.
  given: fc.array(
    fc.record({
      deal: fc.integer({ min: 0, max: 3 }),
      by: fc.constantFrom('M', 'D', 'F', 'L', 'R'),
      after: fc.integer({ min: -5, max: 5 }),
      hour: fc.constantFrom('08:00', '12:30', '23:59:59'),
      amount: fc.option(fc.constantFrom('10', '10', '10', '9'), { freq: 40 }),
    }),
    { minLength: 8, maxLength: 24 },
  ),
})
const signed = firstHalf.from + 40
const timed = (type: 'date' | 'time', day: number, hour: string) =>
  type === 'time' ? `${formatDay(day)} ${hour}` : formatDay(day)

test('whether signatures were given in turn is what the reference finds', () => {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(cases, ({ when, needed, own, orders, how, deals, given }) => {
      const text = policy(
        orders.map((order, i) => `approval ${how[i]} ${order.join(', ')}`),
        own,
        when,
        needed,
      )
      const data = {
        Person: people.map(([id, role, boss]) => ({ id, role, boss })),
        Stand: [{ giver: 'M', taker: 'D', begins: formatDay(signed - 3), ends: formatDay(signed) }],
        Deal: deals.map((deal, i) => ({
          id: `${i}`,
          ...deal,
          signed: timed(needed, signed, '12:00'),
          amount: '10',
        })),
        Given: given.flatMap(({ deal, after, hour, ...rest }, i) =>
          deal < deals.length
            ? [{ id: `${i}`, deal: `${deal}`, ...rest, day: timed(when, signed + after, hour) }]
            : [],
        ),
      }
      const got = engineLines([{ name: 'policy.bylaw', text }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(text), new Map(Object.entries(data)), ['2026-02'])
      const differing = [...got.lines].flatMap(([line, is]) => {
        const [path = '', who, when] = line.split('|')
        const want = path === 'grant' ? asked.lines.get(line) : asked.value(path, who, when)
        const own = 'word' in is && (is.word === 'true' || is.word === 'false')
        const shown = own ? { word: is.word === 'true' ? 'yes' : 'no' } : is
        const kind = `${path} ${'word' in is ? is.word : Object.keys(is)[0]}`
        met.set(kind, (met.get(kind) ?? 0) + 1)
        return want === undefined || meaning(shown) === meaning(want)
          ? []
          : [`${line}: ${meaning(is)}, the reference ${meaning(want)}`]
      })
      expect(differing).toEqual([])
    }),
    { numRuns: 80, seed: 5 },
  )
  for (const state of ['timely', 'late', 'unordered', 'changed', 'none', 'held'])
    expect(met.get(`grant.approved ${state}`), state).toBeGreaterThan(2)
})
