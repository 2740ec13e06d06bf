/** Articles 67 to 70 of the sample handbook, with the wages and the earnings that they act on given as rows. */
export const policy = `policy conduct "Conduct and deductions" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Person { id text key; name text; city text }
record Offence {
  id text key
  person Person
  code one of V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11
  happened date
  decided date posting
}
record Loss { id text key; person Person; decided date posting; amount money }
record Payroll { person Person; period month; payable money optional }
record Earned { person Person; period quarter; commission money }
record Dealer { id text key; deposit money }
record Diversion { id text key; dealer Dealer; happened date; decided date posting }

law wage_protection "Limits on deductions from wages" by city {
  source "Interim Provisions on Payment of Wages, 劳部发〔1994〕489号, article 16"
  source "minimum wages: illustrative"
  deductions {
    | class             | city | from       | until | allowed | share | keeps minimum |
    | loss compensation | -    | 1995-01-01 | open  | yes     | 20%   | yes           |
    | reduced incentive | -    | 1995-01-01 | open  | yes     | -     | -             |
    | fine              | -    | 2008-01-15 | open  | no      | -     | -             |
    | dealer penalty    | -    | 2021-01-01 | open  | yes     | -     | -             |
  }
  minimum {
    | city     | from       | until      | amount    |
    | Suzhou   | 2026-01-01 | 2026-06-30 | 2_490 CNY |
    | Suzhou   | 2026-07-01 | open       | 2_660 CNY |
    | Shanghai | 2026-01-01 | open       | 2_740 CNY |
    | Chengdu  | 2026-01-01 | open       | 2_330 CNY |
  }
}

penalty conduct "Conduct points" for each Offence to person {
  nth in last 365 days within person, code by happened when code in (V4, V5, V6, V8, V9)
  nth in last 90 days within person, code by happened
  table unique {
    | code       | nth    | => points | => knock_out |
    | V1, V2     | 1      | 1         | no           |
    | V1, V2     | 2      | 2         | no           |
    | V1, V2     | from 3 | 4         | no           |
    | V3, V11    | 1      | 5         | no           |
    | V3, V11    | 2      | 10        | no           |
    | V3, V11    | from 3 | 20        | no           |
    | V4         | -      | 20        | yes          |
    | V5, V6, V9 | 1      | 10        | no           |
    | V5, V6, V9 | 2      | 20        | no           |
    | V5, V6, V9 | from 3 | 20        | yes          |
    | V7, V10    | 1      | 3         | no           |
    | V7, V10    | 2      | 6         | no           |
    | V7, V10    | from 3 | 10        | no           |
    | V8         | 1      | 20        | no           |
    | V8         | from 2 | 20        | yes          |
  }
}

value points for Person per quarter = sum(conduct.points)
value year_points for Person per quarter = points in last 12 months

penalty consequences "What points lead to" for Person per quarter class reduced incentive {
  table unique {
    | points            | => factor |
    | up to 5           | 1.00      |
    | over 5 up to 10   | 0.95      |
    | over 10 up to 20  | 0.90      |
    | over 20           | 0.80      |
  }
  gives warned = year_points >= 12
  gives demerit = year_points >= 24
}

commission quarter_commission for Person per quarter {
  start only(Earned.commission)
  times consequences.factor
  round 0.01 half-up
}

scorecard kpi for Person per quarter {
  indicator conduct_score "Conduct" weight 100% {
    score points 100 - 4 * points from 0 up to 100
  }
  knock-out when any(conduct.knock_out)
  round 0.01 half-up
}

value month_wage for Person per month = only(Payroll.payable)

penalty damage "Compensation for losses" for Person per month class loss compensation {
  start sum(Loss.amount) * 30%
  round 0.01 half-up
  limit by law wage_protection(month_wage, city)
}

bonus wage "Wage" for Person per month {
  start month_wage
  round 0.01 half-up
}
payout month_pay "Month" for Person per month {
  add wage
  take damage
}

penalty diverting "Cross-region selling" for each Diversion to dealer class dealer penalty {
  nth in last 365 days within dealer by happened
  table unique {
    | nth    | => share | => measure                  |
    | 1      | 0%       | "warning and buy-back"      |
    | 2      | 20%      | "deposit"                   |
    | from 3 | 50%      | "deposit, end of contract"  |
  }
  start dealer.deposit * share
  round 0.01 half-up
}
value deposit_left for Dealer per quarter starts deposit = (deposit_left in previous quarter) - sum(diverting.amount)
decision contract for Dealer per quarter { gives left = deposit_left }
`

/** Losses of several kinds, each a clause of its own: the law's limit holds for all of them together. */
export const several = `policy several "Several deductions" {
  language en
  currency CNY
  effective from 2026-01-01 until open
}
record Person { id text key; city text }
record Loss { id text key; person Person; kind one of goods, tools; decided date posting; amount money }
record Payroll { person Person; period month; payable money optional }
value month_wage for Person per month = only(Payroll.payable)

law wage_protection by city {
  source "illustrative"
  deductions {
    | class             | city    | from       | until | allowed | share | keeps minimum |
    | loss compensation | -       | 1995-01-01 | open  | yes     | 20%   | yes           |
    | clawback          | -       | 1995-01-01 | open  | yes     | 30%   | yes           |
    | clawback          | Wuxi    | 1995-01-01 | open  | no      | -     | -             |
  }
  minimum {
    | city | from       | until      | amount    |
    | Wuxi | 2026-01-01 | 2026-03-31 | 2_000 CNY |
    | -    | 2026-01-01 | open       | 2_400 CNY |
  }
}

penalty goods_loss for Person per month class loss compensation {
  start sum(Loss.amount where Loss.kind = goods)
  round 0.01 half-up
}
penalty tool_loss for each Loss to person where kind = tools class loss compensation {
  start amount
  round 0.01 half-up
}
record Advance { id text key; person Person; repaid date posting; amount money }
clawback advance_back for Person per month {
  start sum(Advance.amount)
  round 0.01 half-up
}
bonus wage for Person per month {
  start month_wage
  round 0.01 half-up
}
payout pay for Person per month {
  add wage
  take goods_loss, tool_loss, advance_back
  limit by law wage_protection(month_wage, city)
}
`
