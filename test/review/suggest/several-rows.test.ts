import { expect, test } from 'vitest'
import { read } from '../coverage/reading.ts'
import { cellsOf, suggested } from './suggesting.ts'

const head = 'policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }\n'

test('a sum lies beyond what one row can hold: a second row brings the rest', () => {
  // Offences give at most 20 points each; just above 20 are 20 and 1 (or 0.01 of a point).
  const { cases, missing } = suggested(
    read(`${head}record Rep { id text key }
record Offence { id text key; rep Rep; on date posting; points points from 0 up to 20 }
value points "Points" for Rep per quarter = sum(Offence.points)
table factor unique {
  | points     | => factor |
  | up to 20   | 1.00      |
  | over 20    | 0.80      |
}
commission pay "Pay" for Rep per quarter {
  start 1000 EUR
  times factor(points)
}
`),
  )
  expect(missing).toEqual([])
  expect(cases.some(({ given }) => (given.Offence ?? []).length > 1)).toBe(true)
})

test('a sum is put together of as many rows of several kinds as it takes', () => {
  // Of threes and sevens: 28 is 7 × 4, 29 is 7 × 2 + 3 × 5 alone, 30 is 3 × 10 or 7 × 3 + 3 × 3.
  const { missing } = suggested(
    read(`${head}record Rep { id text key }
record Offence { id text key; rep Rep; kind one of late, rude; on date posting }
table points_of unique {
  | kind | => points |
  | late | 3         |
  | rude | 7         |
}
value points "Points" for Rep per quarter = sum(points_of(Offence.kind))
decision measure "Measure" for Rep per quarter {
  table unique {
    | points   | => step |
    | up to 29 | talk    |
    | over 29  | leave   |
  }
}
`),
  )
  expect(missing).toEqual([])
})

test('an average comes just beside a bound by one of ten answers', () => {
  // Answers come to a tenth: ten of 75 with one of 74.9 are 74.99.
  const { missing } = suggested(
    read(`${head}record Rep { id text key }
record Answer { id text key; rep Rep; on date posting; score number to 0.1 from 0 up to 100 }
value score "Score" for Rep per quarter = avg(Answer.score)
decision measure "Measure" for Rep per quarter {
  table unique {
    | score    | => step |
    | under 75 | low     |
    | from 75  | high    |
  }
}
`),
  )
  expect(missing).toEqual([])
})

test('an amount is rounded, and lies in the middle of two, once another cell makes the rate odd', () => {
  // All of an amount in cents is never rounded; 95 % of 0.30 are 0.285, in the middle between 0.28 and 0.29.
  const { missing } = suggested(
    read(`${head}record Rep { id text key; amount money; grade one of a, b }
table share unique {
  | grade | => share |
  | a     | 100%     |
  | b     | 95%      |
}
commission pay "Pay" for Rep per quarter {
  start rep.amount
  times share(rep.grade)
  round 0.01 half-up
}
`),
  )
  expect(missing).toEqual([])
})

test('who leaves is there until then: a day that may be missing is given', () => {
  const { cases, missing } = suggested(
    read(`${head}record Rep { id text key; hired date; left date optional; exists from hired until left }
value staying "Staying" for Rep per quarter =
  if left missing then 1
  else if left >= last_day() then 1
  else 0
commission pay "Pay" for Rep per quarter {
  start 100 EUR * staying
}
`),
  )
  expect(missing).toEqual([])
  expect(cellsOf(cases, 'Rep', 'left')).toContain('2026-03-31')
})

test('a row is looked up for a word that the policy names, beside one for another', () => {
  // On the lists: neither, both, and either.
  const { missing } = suggested(
    read(`${head}record Client { id text key; since date }
record Listing { client Client; kind one of key_account, blocked; start date; end date optional; in force from start until end by client, kind }
value is_key "Key account" for Client per quarter as of first day = Listing(client, key_account).start present
value is_blocked "Blocked" for Client per quarter as of first day = Listing(client, blocked).start present
decision grade "Grade" for Client per quarter {
  table unique {
    | is_key | is_blocked | => grade              |
    | yes         | yes     | not decided "on both" |
    | yes         | no      | A              |
    | no          | yes     | C              |
    | no          | no      | B              |
  }
}
`),
  )
  expect(missing).toEqual([])
})

test('a manager is paid by what the team brings: the orders are another row of the same record', () => {
  const { cases, missing } = suggested(
    read(`${head}record Team { id text key; target money }
record Person { id text key; role one of rep, manager; team Team }
record Order { id text key; owner Person; on date posting; amount money }
value sold "Sold" for Person where role = rep per quarter = sum(Order.amount)
value team_sold "Team sold" for Team per quarter = sum(Person.sold)
commission override "Override" for Person where role = manager per quarter {
  gate team.team_sold >= 5000 EUR
  start 1% * team.team_sold
}
`),
  )
  expect(missing).toEqual([])
  expect(cases.some(({ given }) => (given.Person ?? []).length === 2)).toBe(true)
})

test('what counts is what came in the quarter before', () => {
  const { missing } = suggested(
    read(`${head}record Client { id text key }
record Receipt { id text key; client Client; received date posting; amount money }
value received "Received" for Client per quarter = sum(Receipt.amount)
decision grade "Grade" for Client per quarter {
  table unique {
    | received in previous quarter | => grade |
    | under 200_000 EUR            | B        |
    | from 200_000 EUR             | A        |
  }
}
`),
  )
  expect(missing).toEqual([])
})
