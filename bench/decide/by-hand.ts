import type { Offence, Quote } from './requests.ts'

export type Verdict = { readonly verdict: string; readonly level: string }
export type Cost = { readonly points: string; readonly measure: string }

/** The rows of the tables as a programmer would write them down. */
export function verdictByHand({ role, class: kind, discount, margin, amount }: Quote): Verdict {
  if (role === 'rep' && kind === 'A' && discount <= 0.07 && margin >= 0.18)
    return { verdict: 'allow', level: '0' }
  if (role === 'rep' && kind === 'A' && discount <= 0.035 && amount <= 20000)
    return { verdict: 'allow', level: '0' }
  if (role === 'rep' && kind === 'A' && discount <= 0.12 && margin >= 0.12)
    return { verdict: 'approval', level: '1' }
  if (role === 'rep' && kind === 'A' && discount <= 0.15 && amount <= 100000)
    return { verdict: 'approval', level: '2' }
  if (role === 'rep' && kind === 'B' && discount <= 0.06 && margin >= 0.2)
    return { verdict: 'allow', level: '0' }
  if (role === 'rep' && kind === 'B' && discount <= 0.03 && amount <= 20000)
    return { verdict: 'allow', level: '0' }
  if (role === 'rep' && kind === 'B' && discount <= 0.11 && margin >= 0.14)
    return { verdict: 'approval', level: '1' }
  if (role === 'rep' && kind === 'B' && discount <= 0.14 && amount <= 100000)
    return { verdict: 'approval', level: '2' }
  if (role === 'rep' && kind === 'C' && discount <= 0.05 && margin >= 0.22)
    return { verdict: 'allow', level: '0' }
  if (role === 'rep' && kind === 'C' && discount <= 0.025 && amount <= 20000)
    return { verdict: 'allow', level: '0' }
  if (role === 'rep' && kind === 'C' && discount <= 0.1 && margin >= 0.16)
    return { verdict: 'approval', level: '1' }
  if (role === 'rep' && kind === 'C' && discount <= 0.13 && amount <= 100000)
    return { verdict: 'approval', level: '2' }
  if (role === 'manager' && kind === 'A' && discount <= 0.14 && margin >= 0.18)
    return { verdict: 'allow', level: '0' }
  if (role === 'manager' && kind === 'A' && discount <= 0.07 && amount <= 100000)
    return { verdict: 'allow', level: '0' }
  if (role === 'manager' && kind === 'A' && discount <= 0.19 && margin >= 0.12)
    return { verdict: 'approval', level: '1' }
  if (role === 'manager' && kind === 'A' && discount <= 0.22 && amount <= 500000)
    return { verdict: 'approval', level: '2' }
  if (role === 'manager' && kind === 'B' && discount <= 0.13 && margin >= 0.2)
    return { verdict: 'allow', level: '0' }
  if (role === 'manager' && kind === 'B' && discount <= 0.065 && amount <= 100000)
    return { verdict: 'allow', level: '0' }
  if (role === 'manager' && kind === 'B' && discount <= 0.18 && margin >= 0.14)
    return { verdict: 'approval', level: '1' }
  if (role === 'manager' && kind === 'B' && discount <= 0.21 && amount <= 500000)
    return { verdict: 'approval', level: '2' }
  if (role === 'manager' && kind === 'C' && discount <= 0.12 && margin >= 0.22)
    return { verdict: 'allow', level: '0' }
  if (role === 'manager' && kind === 'C' && discount <= 0.06 && amount <= 100000)
    return { verdict: 'allow', level: '0' }
  if (role === 'manager' && kind === 'C' && discount <= 0.17 && margin >= 0.16)
    return { verdict: 'approval', level: '1' }
  if (role === 'manager' && kind === 'C' && discount <= 0.2 && amount <= 500000)
    return { verdict: 'approval', level: '2' }
  if (role === 'director' && kind === 'A' && discount <= 0.22 && margin >= 0.18)
    return { verdict: 'allow', level: '0' }
  if (role === 'director' && kind === 'A' && discount <= 0.11 && amount <= 500000)
    return { verdict: 'allow', level: '0' }
  if (role === 'director' && kind === 'A' && discount <= 0.27 && margin >= 0.12)
    return { verdict: 'approval', level: '1' }
  if (role === 'director' && kind === 'A' && discount <= 0.3 && amount <= 2500000)
    return { verdict: 'approval', level: '2' }
  if (role === 'director' && kind === 'B' && discount <= 0.21 && margin >= 0.2)
    return { verdict: 'allow', level: '0' }
  if (role === 'director' && kind === 'B' && discount <= 0.105 && amount <= 500000)
    return { verdict: 'allow', level: '0' }
  if (role === 'director' && kind === 'B' && discount <= 0.26 && margin >= 0.14)
    return { verdict: 'approval', level: '1' }
  if (role === 'director' && kind === 'B' && discount <= 0.29 && amount <= 2500000)
    return { verdict: 'approval', level: '2' }
  if (role === 'director' && kind === 'C' && discount <= 0.2 && margin >= 0.22)
    return { verdict: 'allow', level: '0' }
  if (role === 'director' && kind === 'C' && discount <= 0.1 && amount <= 500000)
    return { verdict: 'allow', level: '0' }
  if (role === 'director' && kind === 'C' && discount <= 0.25 && margin >= 0.16)
    return { verdict: 'approval', level: '1' }
  if (role === 'director' && kind === 'C' && discount <= 0.28 && amount <= 2500000)
    return { verdict: 'approval', level: '2' }
  if (role === 'vp' && kind === 'A' && discount <= 0.32 && margin >= 0.18)
    return { verdict: 'allow', level: '0' }
  if (role === 'vp' && kind === 'A' && discount <= 0.16 && amount <= 2000000)
    return { verdict: 'allow', level: '0' }
  if (role === 'vp' && kind === 'A' && discount <= 0.37 && margin >= 0.12)
    return { verdict: 'approval', level: '1' }
  if (role === 'vp' && kind === 'A' && discount <= 0.4 && amount <= 10000000)
    return { verdict: 'approval', level: '2' }
  if (role === 'vp' && kind === 'B' && discount <= 0.31 && margin >= 0.2)
    return { verdict: 'allow', level: '0' }
  if (role === 'vp' && kind === 'B' && discount <= 0.155 && amount <= 2000000)
    return { verdict: 'allow', level: '0' }
  if (role === 'vp' && kind === 'B' && discount <= 0.36 && margin >= 0.14)
    return { verdict: 'approval', level: '1' }
  if (role === 'vp' && kind === 'B' && discount <= 0.39 && amount <= 10000000)
    return { verdict: 'approval', level: '2' }
  if (role === 'vp' && kind === 'C' && discount <= 0.3 && margin >= 0.22)
    return { verdict: 'allow', level: '0' }
  if (role === 'vp' && kind === 'C' && discount <= 0.15 && amount <= 2000000)
    return { verdict: 'allow', level: '0' }
  if (role === 'vp' && kind === 'C' && discount <= 0.35 && margin >= 0.16)
    return { verdict: 'approval', level: '1' }
  if (role === 'vp' && kind === 'C' && discount <= 0.38 && amount <= 10000000)
    return { verdict: 'approval', level: '2' }
  if (discount <= 0.4 && margin >= 0.35) return { verdict: 'approval', level: '3' }
  return { verdict: 'refuse', level: '9' }
}

export function costByHand({ kind, nth, loss }: Offence): Cost {
  if (kind === 'late_record' && nth <= 1 && loss <= 1000) return { points: '1', measure: 'talk' }
  if (kind === 'late_record' && nth <= 2) return { points: '2', measure: 'warning' }
  if (kind === 'late_record') return { points: '4', measure: 'demerit' }
  if (kind === 'gift' && nth <= 1 && loss <= 2000) return { points: '2', measure: 'talk' }
  if (kind === 'gift' && nth <= 2) return { points: '4', measure: 'warning' }
  if (kind === 'gift') return { points: '7', measure: 'demerit' }
  if (kind === 'dumping' && nth <= 1 && loss <= 3000) return { points: '3', measure: 'talk' }
  if (kind === 'dumping' && nth <= 2) return { points: '6', measure: 'warning' }
  if (kind === 'dumping') return { points: '10', measure: 'demerit' }
  if (kind === 'leak' && nth <= 1 && loss <= 4000) return { points: '4', measure: 'talk' }
  if (kind === 'leak' && nth <= 2) return { points: '8', measure: 'warning' }
  if (kind === 'leak') return { points: '13', measure: 'demerit' }
  if (kind === 'absence' && nth <= 1 && loss <= 5000) return { points: '5', measure: 'talk' }
  if (kind === 'absence' && nth <= 2) return { points: '10', measure: 'warning' }
  if (kind === 'absence') return { points: '16', measure: 'demerit' }
  if (kind === 'false_report' && nth <= 1 && loss <= 6000) return { points: '6', measure: 'talk' }
  if (kind === 'false_report' && nth <= 2) return { points: '12', measure: 'warning' }
  if (kind === 'false_report') return { points: '19', measure: 'demerit' }
  if (kind === 'other' && nth <= 1) return { points: '1', measure: 'talk' }
  return { points: '3', measure: 'warning' }
}
