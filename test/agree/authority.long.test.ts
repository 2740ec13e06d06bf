import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay, parseDay } from '../../src/base/day.ts'
import { programOf } from '../reference/read-policy.ts'
import { reference } from '../reference/reference.ts'
import { firstHalf, meaning } from './agreement.ts'
import { engineLines } from './engine.ts'

type Tables = {
  readonly own: string
  readonly verdicts: readonly string[]
  readonly above: string
  /** Who acts for somebody: whoever is written down, or nobody for so long. */
  readonly acts: string
  readonly limits: readonly number[]
  readonly valid: readonly string[]
}

const policy = ({ own, verdicts, above, acts, limits, valid }: Tables) => `policy authority {
  language en; currency CNY; effective from 2026-01-01 until open
}
record Person { id text key }
record Post {
  person Person; role one of rep, lead, head, boss, finance, legal; above Person optional
  begins date; ends date optional
  in force from begins until ends by person
}
record Customer { id text key; owner Person optional }
record Quote {
  id text key; person Person; customer Customer; asked date posting; kind one of a, b
  amount money optional; discount percent optional; margin percent; second Person
}
record Stand { giver Person; taker Person; begins date; ends date; in force from begins until ends by giver }
record Given { id text key; quote Quote; by Person; day date; discount percent; noted percent optional }
value short_taker for each Stand where days(begins, ends) <= 10 = taker
value together for each Quote = sum(Quote.amount in last 10 days within customer)
authority grant for each Quote {
  ranks rep, lead, head, boss by Post(person).role
  asked by person
  superior Post(person).above
  substitute Stand(approver).${acts}
  approved by Given.by for Given.quote on Given.day, needed on asked + 5 days, valid 9 days
  late when Given.day <= asked + 8 days
  again when discount > Given.discount or margin > noted
  ${own}
  limit "discount" discount up to${valid[0]}, above ${above} {
    | kind | => rep | => lead | => head |
    | a    | ${limits[0]}% | ${limits[1]}% | ${limits[2]}% |
    | b    | 0%     | ${limits[1]}% | -       |
  }
  limit "amount" together up to, alone amount {
    | => rep | => lead | => boss |
    | 10 CNY | 20 CNY  | -       |
  }
  table "margin" first match${valid[1]} {
    | margin       | kind | => verdict     |
    | under ${limits[1]}% | -    | ${verdicts[0]} |
    | -            | a    | ${verdicts[1]} |
    | otherwise    |      | ${verdicts[2]} |
  }
  table "kind" unique${valid[2]} {
    | kind | => verdict |
    | a    | ${verdicts[3]} |
    | b    | ${verdicts[4]} |
  }
}
value counted for Customer per month = count(Quote where grant.verdict = approval)
decision seen for Customer per month { gives many = counted }
`

const verdict = fc.constantFrom(
  ...Array.from({ length: 30 }, () => 'allow'),
  'refuse',
  'not decided "both"',
  'approval lead',
  'approval boss',
  'approval legal',
  'approval head, finance',
  'approval all of rep, head',
  'approval one of head, finance',
  'approval one of finance, legal',
  'approval in turn finance, legal, lead',
  'approval in turn finance, customer.owner, lead',
  'approval in turn customer.owner, second',
  'approval in turn lead, head',
  'approval customer.owner',
  'approval Post(person).above',
  'approval all of lead, customer.owner',
  'approval all of customer.owner, finance, second',
  'approval one of head, customer.owner',
  'approval one of finance, customer.owner',
)
const tables: fc.Arbitrary<Tables> = fc.record({
  own: fc.constantFrom('', 'own up to rep', 'own up to lead, others from head', 'own up to boss'),
  // A table that never decides is no table.
  verdicts: fc
    .array(verdict, { minLength: 5, maxLength: 5 })
    .filter((drawn) =>
      [drawn.slice(0, 3), drawn.slice(3)].every((some) => some.some((one) => !one.startsWith('not'))),
    ),
  above: fc.constantFrom('refuse', 'approval boss', 'approval all of boss, legal'),
  acts: fc.constantFrom('taker', 'taker', 'short_taker'),
  limits: fc.constantFrom([2, 5, 5], [5, 5, 10], [1, 8, 20]),
  valid: fc.array(fc.constantFrom('', '', ', valid 10 days', ', valid 1 month'), {
    minLength: 3,
    maxLength: 3,
  }),
})

const day = fc.integer({ min: firstHalf.from + 20, max: firstHalf.from + 60 }).map(formatDay)
const people = ['A', 'B', 'C', 'D', 'E']
const person = fc.constantFrom(...people)
const post = fc.record({
  // Mostly everybody stands below the next one.
  role: fc.option(fc.constantFrom('rep', 'lead', 'head', 'boss', 'finance'), { freq: 1 }),
  above: fc.oneof(fc.constant('next'), fc.constant('next'), fc.option(person)),
  second: fc.option(fc.record({ role: fc.constantFrom('lead', 'boss'), above: fc.option(person) }), {
    freq: 2,
  }),
  there: fc.integer({ min: 0, max: 9 }),
})
const given = fc.record({
  quote: fc.integer({ min: 0, max: 4 }),
  by: fc.constantFrom(...people, 'C', 'D', 'D'),
  after: fc.oneof(
    fc.integer({ min: -6, max: 10 }),
    fc.integer({ min: -6, max: -4 }),
    fc.integer({ min: 6, max: 8 }),
  ),
  discount: fc.constantFrom('5%', '12%', '40%', '40%'),
  noted: fc.option(fc.constantFrom('3%', '20%'), { freq: 30 }),
})
const cases = fc.record({
  tables,
  owner: fc.option(person, { freq: 6 }),
  stands: fc.array(person, { minLength: 5, maxLength: 5 }),
  given: fc.array(given, { minLength: 4, maxLength: 16 }),
  posts: fc.array(post, { minLength: 5, maxLength: 5 }),
  quotes: fc.array(
    fc.record({
      person,
      customer: fc.constantFrom('X', 'Y'),
      asked: day,
      kind: fc.constantFrom('a', 'b'),
      amount: fc.option(fc.constantFrom('5', '6', '12', '20', '25'), { freq: 20 }),
      discount: fc.option(fc.constantFrom('0%', '2%', '5%', '7%', '12%', '30%'), { freq: 20 }),
      margin: fc.constantFrom('4%', '5%', '9%'),
      second: person,
    }),
    { minLength: 3, maxLength: 5 },
  ),
})

test('who grants what is what the reference finds', () => {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(cases, ({ tables: drawn, posts, quotes, stands, owner, given: gave }) => {
      const text = policy(drawn)
      const data = {
        Person: people.map((id) => ({ id })),
        Post: posts.flatMap(({ role, above, second, there }, i) => {
          const id = people[i] ?? ''
          const own = role ?? ['rep', 'lead', 'head', 'boss', 'finance'][i] ?? ''
          const next = above === 'next' ? (people[i + 1] ?? null) : above
          const first = {
            person: id,
            role: own,
            above: next,
            begins: '2026-01-01',
            ends: second ? '2026-02-04' : null,
          }
          const then = second ? [{ person: id, ...second, begins: '2026-02-05', ends: null }] : []
          return there === 0 ? [] : [first, ...then]
        }),
        Customer: [
          { id: 'X', owner },
          { id: 'Y', owner: 'D' },
        ],
        Quote: quotes.map((one, i) => ({ id: `${i}`, ...one })),
        // Two of five have somebody who acts for them for a while.
        Stand: stands
          .slice(0, 2)
          .map((taker, i) => ({ giver: people[i] ?? '', taker, begins: '2026-01-25', ends: '2026-02-10' })),
        Given: gave.flatMap(({ quote, by, after, ...rest }, i) => {
          const of = quotes[quote]
          const asked = of && parseDay(of.asked)
          return asked === undefined
            ? []
            : [{ id: `${i}`, quote: `${quote}`, by, day: formatDay(asked + after), ...rest }]
        }),
      }
      const got = engineLines([{ name: 'policy.bylaw', text }], data, firstHalf)
      if ('errors' in got) throw new Error(got.errors.join('\n'))
      const asked = reference(programOf(text), new Map(Object.entries(data)), [
        '2026-01',
        '2026-02',
        '2026-03',
      ])
      const differing = [...got.lines].flatMap(([line, is]) => {
        const [path = '', who, when] = line.split('|')
        const want =
          path === 'grant' || path === 'seen' ? asked.lines.get(line) : asked.value(path, who, when)
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
    { numRuns: 130, seed: 11 },
  )
  // The cases reach what there is to agree on.
  for (const kind of ['allow', 'approval', 'refuse', 'held'])
    expect(met.get(`grant ${kind}`), kind).toBeGreaterThan(10)
  for (const who of ['customer.owner', 'Post(person).above'])
    expect(met.get(`grant.with ${who}`), who).toBeGreaterThan(2)
  for (const state of ['unneeded', 'timely', 'late', 'changed', 'expired', 'none'])
    expect(met.get(`grant.approved ${state}`), state).toBeGreaterThan(2)
  for (const who of people.slice(2, 4)) expect(met.get(`grant.approver ${who}`), who).toBeGreaterThan(5)
}, 120_000)
