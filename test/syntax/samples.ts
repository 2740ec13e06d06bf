/** The whole syntax, in English. */
export const english = `policy field_sales "Field sales incentives 2026" {
  language en
  currency CNY
  effective from 2026-01-01 until open
  history from 2025-01-01
  year starts 04-01
  calendar cn
  periods quarter {
    | name    | from       | until      |
    | 2011-Q2 | 2011-05-31 | 2011-08-30 |
    | 2011-Q3 | 2011-08-31 | open       |
  }
}

calendar office "Working time" {
  zone America/New_York
  effective from 2026-01-01 until 2026-12-31
  days cn
  days Monday to Saturday, Sunday
  hours 09:00 to 12:00, 13:30 to 18:00
  hours Saturday, Sunday 09:00 to 12:00  # where it differs
  closed 2026-03-05, 2026-03-09 to 2026-03-10
  closed yearly 05-17, 06-01
  open 2026-03-08
}

record Rep "Representative" {
  id text key
  name text
  role one of rep, senior, manager
  manager Rep optional
  hired date
  left date optional
  seen time optional
  wage money per month
  exists from hired until left
}

record Order {
  id text key
  rep Rep
  signed date posting
  amount money up to 1亿
  fine_amount money USD to 0.0001 from 0 up to 5万
  unit one of CNY, USD
  net money in unit to 0.001 per month up to 5万 optional
  discount percent
  price price ratio
  paid yes/no
}

record Assignment {
  rep Rep
  kind one of main, side
  team Team
  begins date
  ends date optional
  in force from begins until ends by rep, kind
}

record Quota {
  rep Rep
  period quarter
  amount money
}

parameter base_rate = 3%
parameter smart_factor {
  | from       | until      | value |
  | 2026-01-01 | 2026-09-30 | 1.2   |
  | 2026-10-01 | open       | 1.1   |
}

parameter minimum_wage by city {
  | city   | from       | until | value     |
  | Suzhou | 2026-07-01 | open  | 2_660 CNY |
}

value collected "Collections" for Rep per quarter = sum(Receipt.amount where Receipt.valid, posting Receipt.received, via order.rep)
value attainment for Rep where quota > 0 CNY per quarter = collected / quota
value days_late for each Receipt = received - order.due
value won for each Deal where kind = new = amount
value choice for each Deal where open = if kind = new then 1 else if kind = old then 2 else 3
value tricky for Rep per month = not (a and b) and -x if missing 0 CNY * 2 clamp 60% to 120% rounded up to 2% > larger of a, b + 1
value odd for Rep per month as of first day = x not in (a, "b") or y missing or kpi.score present or any(Receipt.valid)

value team for each Receipt = Assignment(order.rep, main).team.city as of order.signed - 1 days
value asked_late for each Receipt = asked > 2026-05-09 17:00 and hours(asked, now) > 24
value due_at for each Receipt = larger of time(signed, 18:00), asked + 30 minutes, asked + 2 weeks - 1 second

value back for each Receipt = (attainment in quarter of (signed + 1 months)) * (base_rate as of 2026-01-01) if missing 0

table lateness unique {
  | days              | => factor |
  | up to 0           | 1.00      |
  | over 0 up to 30   | 0.90      |
  | over 30           | 0         |
}

table choose "Choice" first match {
  | kind     | rate                | => verdict             | => factor |
  | A, B     | from 10% to under 20% | allow                | 1         |
  | not C, D | 1..5                | not decided "two"      | -         |
  | -        | >= 5%               | refuse                 | 2         |
  | otherwise |                    | refuse                 | 0         |
}

table extras every match {
  | amount           | kind | => sum(points) | => max(share) |
  | from 100_000 CNY | -    | 5             | 2%            |
  | otherwise        |      | 0             | 0%            |
}

commission collected_pay "Commission on collections" for Rep where role in (rep, senior) per quarter as of last day {
  gate attainment >= 40%
  tiers marginal of collected by attainment {
    | from | rate |
    |   0% | 1%   |
    |  80% | 2%   |
  }
  times conduct_factor when points > 5
  plus 500 CNY when kpi.score >= 95
  plus tiers whole of excess by attainment extend {
    | over | pays    | mode     |
    | 0%   | 100 CNY | marginal |
  }
  minus advance
  cap 200_000 CNY lost
  floor 0 CNY
  round 0.01 half-up
}

bonus deal_spiff for each Deal to deal.rep posting opened + 90 days where kind = new {
  rate 2% of amount
  round 0.01 half-up
}

scorecard kpi "Scorecard" for Rep per quarter {
  indicator attainment_score "Attainment" weight 40% {
    actual attainment
    score ratio 60% to 120%
  }
  indicator margin weight 15% {
    actual margin_rate
    score steps {
      | from | points |
      | 0%   | 40     |
      | 15%  | 70     |
    }
  }
  indicator overdue weight 15% {
    actual overdue_share
    score linear {
      | at | points |
      | 0% | 100    |
    }
  }
  indicator new_customers weight 15% {
    actual new_customer_count
    target 3
    score ratio up to 120%
    applies when satisfaction present
  }
  indicator training weight 5% {
    score pass-fail hours >= 20
  }
  indicator conduct weight 10% {
    score points 100 - 4 * points from 0 up to 100
  }
  weight not applicable to attainment_score
  knock-out when violations > 0 score 0
  round 0.01 half-up
  levels {
    | from | => level | => coefficient |
    | 0    | E        | 0.50           |
  }
}

payout quarter_pay for Rep per quarter {
  add collected_pay, spiff
  add best of a, b
  take penalty
  cap 80_000 CNY lost over collected_pay, spiff
  floor 0 CNY
  round 0.01 half-up
}

# Who is credited.
sla answer "Reply to complaints" for each Complaint to assignee where kind = outside {
  start accepted
  pause ComplaintEvent.at where kind = wait via complaint
  resume ComplaintEvent.at where kind = resume
  stop replied
  stop next FollowUp.at where valid within customer, kind
  reset FollowUp.at where valid
  suspend from Order.signed until Order.delivered where open_items > 0
  suspend from Dispute.opened until Dispute.closed within customer, region
  extend FollowUp.at where valid by 3 days at most start + 20 days
  within table unique at 18:00, moved to the next working day {
    | priority | => length |
    | P1       | 2 days    |
    | P2, P3   | 5 days    |
  }
  warn at 80%
  escalate to manager at warning
  escalate to director at breach
  escalate to general_manager 2 days after
  escalate to owner.manager 30 minutes before
  calendar office
}

sla visit for each Visit {
  start day at 09:00
  within 24 hours
  warn 2 hours before
}

credit sales_credit "Sales credit" for each Receipt to Person { # with what
  split Split.share to Split.person, up to 3
  otherwise to order.owner # the order has none
  hand over order.owner to order.customer.owner share handed
  hand over order.owner to order.customer.owner share (smaller of left, 50%), rest toward pay # who left
  overlay 30% to order.key_account, toward quota
  overlay part to order.presales, toward pay, team
  roll up to manager, every level up to 4
  round 0.01 half-up, remainder to order.owner
}

credit fixed_credit for each Deal to Person {
  to owner share 70%, toward team
  to helper share if shared then 30% else 0%
  roll up to manager
  round 1 ceiling
}

credit weighted_credit for each Visit to Person {
  split by Part.weight to Part.person, up to 5, toward pay
}

# Who may grant it.
authority grant "Discount authority" for each Quote { # and nobody else
  ranks rep, manager, "A+", director by Assignment(person).role
  countersigners finance, legal
  asked by person
  superior Assignment(person).manager
  own up to rep, others from "A+"
  substitute Delegation(approver).taker
  approved by Approval.by for Approval.quote on Approval.decided, needed on order.signed, valid 15 days
  late when Approval.decided <= signed + 5 days
  again when discount > Approval.discount or amount > Approval.amount * 110%
  table "By margin" first match, valid 2 months {
    | margin     | => verdict                        |
    | from 20%   | allow                             |
    | over 15%   | approval manager, finance         |
    | over 10%   | approval all of director, finance |
    | over 8%    | approval one of manager, finance  |
    | over 6%    | approval in turn finance, legal   |
    | over 5%    | approval all of order.owner, Assignment(person).manager, "all" |
    | 5%         | not decided "two at once"         |
    | otherwise  | refuse                            | # nothing below
  }
  limit "By amount" together up to, alone (larger of amount, net), valid 30 days, above approval all of director, legal {
    | line | => rep  | => "A+" |
    | P1   | 100 CNY | -       |
  }
  limit margin at least {
    | => rep | => manager |
    | 20%    | 15%        |
  }
}

value paid_sales for Person = sum(Receipt.net for pay where net > 0 CNY, posting received)

value visits for Person = count(Visit for quota)

# What everybody carries of the year.
target plan "Targets 2026" { # the company's
  total company_target per year
  parts team_year by Team in proportion to weight, rounded down to 1 CNY, remainder to largest
  # by the months held
  parts seat_year by Seat in proportion to (units * 2), rounded down to 1_000 CNY, remainder to first by hired
  parts seat_quarter by quarter, remainder to last { # season
    | quarter | weight |
    | Q1      | 18%    |
    | Q2      | 82%    | # the rest
  }
  parts seat_month by month
  assigned quota by Seat in proportion to ramp, rounded down to 1 CNY, reserve team_reserve by Team
  assigned whole by Seat in proportion to 100%, reserve kept
  change "Shift" from 2026-07-01 by Team keeps total {
    | team | amount         |
    | NC   | -3_000_000 CNY |
  }
  change from 2026-10-01 plus 5_000 CNY moves total
}

bonus part for Rep per month {
  start pool shared by score within team rounded down to 1 CNY, remainder to last by hired
  plus wage prorated by mid-month
  prorate by working days when left present
  round 0.01 half-up
}

value alike for each Order = count(Order in last 90 days within rep, customer posting due, via rep)

# What may be taken from wages.
law wage_protection "Deductions from wages" by city {
  source "Act 489, article 16" # as of 1994
  deductions { # class by class
    | class             | city     | from       | until      | allowed | share | keeps minimum |
    | loss compensation | -        | 1995-01-01 | open       | yes     | 20%   | yes           |
    | fine              | Shenzhen | 2008-01-15 | 2025-12-31 | no      | -     | -             | # forbidden
    | dealer penalty    | -        | 1995-01-01 | open       | yes     | -     | no            |
  }
  minimum {
    | city           | from       | until | amount    |
    | Suzhou, Kunshan | 2026-07-01 | open  | 2_660 CNY |
  }
}

law national {
  source "Code"
  deductions {
    | class    | from       | until | allowed | share | keeps minimum |
    | clawback | 1995-01-01 | open  | yes     | -     | -             |
  }
}

penalty conduct "Conduct" for each Offence to person posting decided where proven {
  nth in last 365 days within person, code by happened when code = false_record
  nth in last 3 months within (a and b) # all others
  table unique {
    | nth    | => points |
    | from 2 | 3         |
  }
  gives severe = points > 2
}

penalty damage for Person per month class loss compensation {
  start sum(Loss.amount) * 30%
  round 0.01 half-up
  limit by law wage_protection(wage, city) when wage > 0 CNY
}

payout month_pay for Person per month as of last day {
  take damage
  limit by law national(wage)
}
`
