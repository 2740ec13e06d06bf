import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Rep {
  id text key
  city text
  role one of junior, senior
  score points from 0 up to 100
  joined date
  fee money from 0 CNY up to 500 CNY
}
`

/** What is said of a decision whose table has these lines, the code and the message. */
function saidOf(rows: readonly string[], hit = 'unique'): readonly string[] {
  const table = rows.map((row) => `    ${row}\n`).join('')
  const text = `${head}decision d for each Rep {\n  table ${hit} {\n${table}  }\n}\n`
  return compile([{ name: 'p.bylaw', text }]).diagnostics.map(({ code, args }) =>
    [code, ...Object.values(args)].join(' '),
  )
}

describe('the table of a decision', () => {
  test('is asked for no more than its field can be', () => {
    const rows = ['| score | => g |', '| from 0 to under 60 | low |', '| from 60 up to 100 | high |']
    expect(saidOf(rows)).toEqual([])
    expect(
      saidOf(['| score | => g |', '| from 0 to under 60 | low |', '| from 60 to under 100 | high |']),
    ).toEqual(['BY508 score 100'])
  })

  test('needs nothing between the cents of a field, and the first cent that is left out is its example', () => {
    expect(saidOf(['| fee | => g |', '| up to 99.99 CNY | low |', '| from 100 CNY | high |'])).toEqual([])
    expect(saidOf(['| fee | => g |', '| up to 99.98 CNY | low |', '| from 100 CNY | high |'])).toEqual([
      'BY508 fee 99.99 CNY',
    ])
    expect(saidOf(['| fee | => g |', '| up to 99.99 CNY | low |', '| over 99.98 CNY | high |'])).toEqual([
      'BY507 fee 99.99 CNY',
    ])
  })

  test('of days has no day between two that follow each other', () => {
    const rows = (first: string) => [
      '| joined | => g |',
      `| ${first} | early |`,
      '| from 2026-03-01 | late |',
    ]
    expect(saidOf(rows('up to 2026-02-28'))).toEqual([])
    expect(saidOf(rows('under 2026-02-28'))).toEqual(['BY508 joined 2026-02-28'])
  })

  test('of a text needs a row for every other word', () => {
    expect(saidOf(['| city | => g |', '| Suzhou | near |', '| Urumqi | far |'])).toEqual(['BY508 city …'])
    expect(saidOf(['| city | => g |', '| Suzhou | near |', '| not Suzhou | far |'])).toEqual([])
  })

  test('names of a missing case only the inputs that it needs', () => {
    const rows = [
      '| score | role | city | => g |',
      '| under 60 | - | Suzhou | a |',
      '| under 60 | - | not Suzhou | b |',
    ]
    expect(saidOf([...rows, '| from 60 | senior | - | c |'])).toEqual(['BY508 score 60, role junior'])
  })

  test('in which a row asks for what cannot be says so', () => {
    const rows = ['| score | => g |', '| up to 100 | low |', '| over 100 | high |']
    expect(saidOf(rows)).toEqual(['BY539 score'])
  })

  test('names every row that takes part in leaving another nothing, and no other', () => {
    const rows = [
      '| score | role | => g |',
      '| under 20 | - | a |',
      '| - | junior | b |',
      '| from 50 | senior | c |',
    ]
    expect(saidOf([...rows, '| from 60 | - | four |', '| - | - | e |'], 'first match')).toEqual([
      'BY537 2, 3',
    ])
    expect(saidOf([...rows, '| under 10 | senior | four |', '| - | - | e |'], 'first match')).toEqual([
      'BY512 1',
    ])
  })
})
