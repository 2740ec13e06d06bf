/** Row of a table: a condition that is left out asks nothing. The first row that holds decides. */
export type Limit = {
  readonly role?: string
  readonly class?: string
  readonly discountUpTo?: number
  readonly marginFrom?: number
  readonly amountUpTo?: number
  readonly verdict: string
  readonly level: number
}
export type Penalty = {
  readonly kind?: string
  readonly nthUpTo?: number
  readonly lossUpTo?: number
  readonly points: number
  readonly measure: string
}

export const roles = ['rep', 'manager', 'director', 'vp'] as const
export const classes = ['A', 'B', 'C'] as const
export const kinds = ['late_record', 'gift', 'dumping', 'leak', 'absence', 'false_report', 'other'] as const

/** Who may grant what: 50 rows of five inputs. */
export const limits: readonly Limit[] = [
  { role: 'rep', class: 'A', discountUpTo: 0.07, marginFrom: 0.18, verdict: 'allow', level: 0 },
  { role: 'rep', class: 'A', discountUpTo: 0.035, amountUpTo: 20000, verdict: 'allow', level: 0 },
  { role: 'rep', class: 'A', discountUpTo: 0.12, marginFrom: 0.12, verdict: 'approval', level: 1 },
  { role: 'rep', class: 'A', discountUpTo: 0.15, amountUpTo: 100000, verdict: 'approval', level: 2 },
  { role: 'rep', class: 'B', discountUpTo: 0.06, marginFrom: 0.2, verdict: 'allow', level: 0 },
  { role: 'rep', class: 'B', discountUpTo: 0.03, amountUpTo: 20000, verdict: 'allow', level: 0 },
  { role: 'rep', class: 'B', discountUpTo: 0.11, marginFrom: 0.14, verdict: 'approval', level: 1 },
  { role: 'rep', class: 'B', discountUpTo: 0.14, amountUpTo: 100000, verdict: 'approval', level: 2 },
  { role: 'rep', class: 'C', discountUpTo: 0.05, marginFrom: 0.22, verdict: 'allow', level: 0 },
  { role: 'rep', class: 'C', discountUpTo: 0.025, amountUpTo: 20000, verdict: 'allow', level: 0 },
  { role: 'rep', class: 'C', discountUpTo: 0.1, marginFrom: 0.16, verdict: 'approval', level: 1 },
  { role: 'rep', class: 'C', discountUpTo: 0.13, amountUpTo: 100000, verdict: 'approval', level: 2 },
  { role: 'manager', class: 'A', discountUpTo: 0.14, marginFrom: 0.18, verdict: 'allow', level: 0 },
  { role: 'manager', class: 'A', discountUpTo: 0.07, amountUpTo: 100000, verdict: 'allow', level: 0 },
  { role: 'manager', class: 'A', discountUpTo: 0.19, marginFrom: 0.12, verdict: 'approval', level: 1 },
  { role: 'manager', class: 'A', discountUpTo: 0.22, amountUpTo: 500000, verdict: 'approval', level: 2 },
  { role: 'manager', class: 'B', discountUpTo: 0.13, marginFrom: 0.2, verdict: 'allow', level: 0 },
  { role: 'manager', class: 'B', discountUpTo: 0.065, amountUpTo: 100000, verdict: 'allow', level: 0 },
  { role: 'manager', class: 'B', discountUpTo: 0.18, marginFrom: 0.14, verdict: 'approval', level: 1 },
  { role: 'manager', class: 'B', discountUpTo: 0.21, amountUpTo: 500000, verdict: 'approval', level: 2 },
  { role: 'manager', class: 'C', discountUpTo: 0.12, marginFrom: 0.22, verdict: 'allow', level: 0 },
  { role: 'manager', class: 'C', discountUpTo: 0.06, amountUpTo: 100000, verdict: 'allow', level: 0 },
  { role: 'manager', class: 'C', discountUpTo: 0.17, marginFrom: 0.16, verdict: 'approval', level: 1 },
  { role: 'manager', class: 'C', discountUpTo: 0.2, amountUpTo: 500000, verdict: 'approval', level: 2 },
  { role: 'director', class: 'A', discountUpTo: 0.22, marginFrom: 0.18, verdict: 'allow', level: 0 },
  { role: 'director', class: 'A', discountUpTo: 0.11, amountUpTo: 500000, verdict: 'allow', level: 0 },
  { role: 'director', class: 'A', discountUpTo: 0.27, marginFrom: 0.12, verdict: 'approval', level: 1 },
  { role: 'director', class: 'A', discountUpTo: 0.3, amountUpTo: 2500000, verdict: 'approval', level: 2 },
  { role: 'director', class: 'B', discountUpTo: 0.21, marginFrom: 0.2, verdict: 'allow', level: 0 },
  { role: 'director', class: 'B', discountUpTo: 0.105, amountUpTo: 500000, verdict: 'allow', level: 0 },
  { role: 'director', class: 'B', discountUpTo: 0.26, marginFrom: 0.14, verdict: 'approval', level: 1 },
  { role: 'director', class: 'B', discountUpTo: 0.29, amountUpTo: 2500000, verdict: 'approval', level: 2 },
  { role: 'director', class: 'C', discountUpTo: 0.2, marginFrom: 0.22, verdict: 'allow', level: 0 },
  { role: 'director', class: 'C', discountUpTo: 0.1, amountUpTo: 500000, verdict: 'allow', level: 0 },
  { role: 'director', class: 'C', discountUpTo: 0.25, marginFrom: 0.16, verdict: 'approval', level: 1 },
  { role: 'director', class: 'C', discountUpTo: 0.28, amountUpTo: 2500000, verdict: 'approval', level: 2 },
  { role: 'vp', class: 'A', discountUpTo: 0.32, marginFrom: 0.18, verdict: 'allow', level: 0 },
  { role: 'vp', class: 'A', discountUpTo: 0.16, amountUpTo: 2000000, verdict: 'allow', level: 0 },
  { role: 'vp', class: 'A', discountUpTo: 0.37, marginFrom: 0.12, verdict: 'approval', level: 1 },
  { role: 'vp', class: 'A', discountUpTo: 0.4, amountUpTo: 10000000, verdict: 'approval', level: 2 },
  { role: 'vp', class: 'B', discountUpTo: 0.31, marginFrom: 0.2, verdict: 'allow', level: 0 },
  { role: 'vp', class: 'B', discountUpTo: 0.155, amountUpTo: 2000000, verdict: 'allow', level: 0 },
  { role: 'vp', class: 'B', discountUpTo: 0.36, marginFrom: 0.14, verdict: 'approval', level: 1 },
  { role: 'vp', class: 'B', discountUpTo: 0.39, amountUpTo: 10000000, verdict: 'approval', level: 2 },
  { role: 'vp', class: 'C', discountUpTo: 0.3, marginFrom: 0.22, verdict: 'allow', level: 0 },
  { role: 'vp', class: 'C', discountUpTo: 0.15, amountUpTo: 2000000, verdict: 'allow', level: 0 },
  { role: 'vp', class: 'C', discountUpTo: 0.35, marginFrom: 0.16, verdict: 'approval', level: 1 },
  { role: 'vp', class: 'C', discountUpTo: 0.38, amountUpTo: 10000000, verdict: 'approval', level: 2 },
  { discountUpTo: 0.4, marginFrom: 0.35, verdict: 'approval', level: 3 },
  { verdict: 'refuse', level: 9 },
]

/** What an offence costs: 20 rules. */
export const penalties: readonly Penalty[] = [
  { kind: 'late_record', nthUpTo: 1, lossUpTo: 1000, points: 1, measure: 'talk' },
  { kind: 'late_record', nthUpTo: 2, points: 2, measure: 'warning' },
  { kind: 'late_record', points: 4, measure: 'demerit' },
  { kind: 'gift', nthUpTo: 1, lossUpTo: 2000, points: 2, measure: 'talk' },
  { kind: 'gift', nthUpTo: 2, points: 4, measure: 'warning' },
  { kind: 'gift', points: 7, measure: 'demerit' },
  { kind: 'dumping', nthUpTo: 1, lossUpTo: 3000, points: 3, measure: 'talk' },
  { kind: 'dumping', nthUpTo: 2, points: 6, measure: 'warning' },
  { kind: 'dumping', points: 10, measure: 'demerit' },
  { kind: 'leak', nthUpTo: 1, lossUpTo: 4000, points: 4, measure: 'talk' },
  { kind: 'leak', nthUpTo: 2, points: 8, measure: 'warning' },
  { kind: 'leak', points: 13, measure: 'demerit' },
  { kind: 'absence', nthUpTo: 1, lossUpTo: 5000, points: 5, measure: 'talk' },
  { kind: 'absence', nthUpTo: 2, points: 10, measure: 'warning' },
  { kind: 'absence', points: 16, measure: 'demerit' },
  { kind: 'false_report', nthUpTo: 1, lossUpTo: 6000, points: 6, measure: 'talk' },
  { kind: 'false_report', nthUpTo: 2, points: 12, measure: 'warning' },
  { kind: 'false_report', points: 19, measure: 'demerit' },
  { kind: 'other', nthUpTo: 1, points: 1, measure: 'talk' },
  { points: 3, measure: 'warning' },
]
