import { expect, test } from 'vitest'
import { read } from '../coverage/reading.ts'
import { suggested } from './suggesting.ts'

// What something holds, or multiplies by 0, until several things are right together.

const head = 'policy p "P" { language en; currency EUR; effective from 2026-01-01 until open }\n'

test('a score that one offence sets to 0 is looked for where it is made up of all its indicators', () => {
  // Without all parts of the target there is no attainment; with a fraud the score is 0 in spite of that.
  const { missing } = suggested(
    read(`${head}record Rep { id text key }
record Share { id text key; rep Rep; period quarter; part percent }
record Visit { id text key; rep Rep; on date posting; kind one of planned, fraud; score points from 0 up to 100 }
record Deal { id text key; rep Rep; signed date posting; amount money; kind one of lease, sale }
table weight_of unique {
  | kind  | => weight |
  | lease | 0         |
  | sale  | 1         |
}
value parts "Parts" for Rep per quarter = sum(Share.part)
value target "Target" for Rep per quarter = if parts = 100% then 50_000 EUR else 0 EUR
value sold "Sold" for Rep per quarter = sum(Deal.amount * weight_of(Deal.kind))
value attainment "Attainment" for Rep per quarter = sold / target
value frauds "Frauds" for Rep per quarter = count(Visit where kind = fraud)
scorecard card "Card" for Rep per quarter {
  indicator attained "Attained" weight 60% {
    actual attainment
    score ratio 60% to 120%
  }
  indicator visits "Visits" weight 40% {
    score points avg(Visit.score) from 0 up to 100
    applies when avg(Visit.score) present
  }
  weight not applicable to attained
  knock-out when frauds > 0 score 0
  round 0.01 half-up
  levels {
    | from | => level | => factor |
    | 0    | low      | 0.50      |
    | 60   | fair     | 0.80      |
    | 90   | good     | 1.00      |
  }
}
`),
  )
  // Visits have from 0 to 100 points: neither bound of their score is ever needed.
  expect(missing).toEqual(['card:larger~2', 'card:smaller~3'])
})

test('sales count once a request needs nobody above, for which an amount and a margin are right together', () => {
  const { missing } = suggested(
    read(`${head}record Person { id text key }
record Post { staff Person; role one of rep, manager; superior Person optional; start date; finish date optional; in force from start until finish by staff }
record Staff { id text key }
record Deal { id text key; asker Person; person Staff; signed date posting; amount money; margin percent; listed yes/no }
record Split { deal Deal; person Staff; share percent }
authority price "Price" for each Deal {
  ranks rep, manager by Post(asker).role
  asked by asker
  superior Post(asker).superior
  own up to rep
  limit "By amount" amount up to, above refuse {
    | => rep     | => manager  |
    | 50_000 EUR | 500_000 EUR |
  }
  table "By margin" unique {
    | listed | margin    | => verdict       |
    | yes    | -         | allow            |
    | no     | from 20%  | allow            |
    | no     | under 20% | approval manager |
  }
}
credit credited "Credited" for each Deal to Staff {
  split Split.share to Split.person, up to 3
  otherwise to person
}
value factor "Factor" for each Deal = if price.verdict = allow then 1 else 0
value sales "Sales" for Staff per quarter = sum(Deal.amount * Deal.factor)
commission pay "Pay" for Staff per quarter {
  tiers marginal of sales by sales {
    | from        | rate |
    | 0 EUR       | 1%   |
    | 100_000 EUR | 2%   |
  }
  round 0.01 half-up
}
`),
  )
  // Parts are taken from the rows of Split where there are some.
  expect(missing).toEqual(['pay:held:BY816.Split'])
})
