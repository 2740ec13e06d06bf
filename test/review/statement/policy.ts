/** A plan with a gate, tiers, a clause that is not for everybody, a score that holds, and a payout over them. */
export const policy = `
policy p "Plan" {
  language en
  currency EUR
  effective from 2026-01-01 until open
}

record Rep {
  id text key
  name text
  senior yes/no
  quota money per quarter
}

record Deal {
  id text key
  rep Rep
  closed date posting
  amount money
  cancelled yes/no
}

record Survey {
  id text key
  rep Rep
  answered date posting
  score number to 0.1 from 0 up to 100
}

value sold "Sales" for Rep per quarter = sum(Deal.amount where not Deal.cancelled)

value attainment "Attainment" for Rep per quarter = sold / rep.quota

commission main "Commission" for Rep per quarter {
  gate attainment >= 50%
  tiers marginal of sold by attainment {
    | from | rate |
    | 0%   | 5%   |
    | 100% | 10%  |
  }
  round 0.01 half-up
}

bonus senior_bonus "Senior bonus" for Rep where rep.senior and attainment >= 80% per quarter {
  start 500 EUR
}

bonus service "Service bonus" for Rep per quarter {
  start 10 EUR
  times avg(Survey.score)
  round 0.01 half-up
}

payout pay "Quarter's pay" for Rep per quarter {
  add main, senior_bonus
  add service
}
`

export const data = {
  Rep: [
    { id: 'R1', name: 'Ada', senior: 'yes', quota: '1000' },
    { id: 'R2', name: 'Ben', senior: 'no', quota: '1000' },
    { id: 'R3', name: 'Cai', senior: 'yes', quota: '1000' },
  ],
  Deal: [
    { id: 'D1', rep: 'R1', closed: '2026-01-10', amount: '900', cancelled: 'no' },
    { id: 'D2', rep: 'R1', closed: '2026-02-10', amount: '600', cancelled: 'no' },
    { id: 'D3', rep: 'R1', closed: '2026-03-10', amount: '400', cancelled: 'yes' },
    { id: 'D4', rep: 'R1', closed: '2026-04-02', amount: '300', cancelled: 'no' },
    { id: 'D5', rep: 'R2', closed: '2026-01-20', amount: '490', cancelled: 'no' },
    { id: 'D6', rep: 'R3', closed: '2026-01-20', amount: '790', cancelled: 'no' },
  ],
  Survey: [
    { id: 'S1', rep: 'R1', answered: '2026-01-31', score: '80' },
    { id: 'S2', rep: 'R1', answered: '2026-02-28', score: '90' },
    { id: 'S3', rep: 'R2', answered: '2026-02-28', score: '70' },
  ],
}
