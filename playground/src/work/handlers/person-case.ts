import { personCase } from '../../../../src/index.ts'
import type { PersonCaseAsk, PersonCaseMade } from '../protocol.ts'
import { attempt, type Session } from '../session.ts'

/** Runs the texts, and looks for the few rows that one person's results hang on. */
export async function savedPerson(
  session: Session,
  { policy, person, names, ...wanted }: PersonCaseAsk,
  tell: (done: number, all: number) => void = () => {},
): Promise<PersonCaseMade> {
  const made = await attempt(session, policy, wanted, [])
  if (made.is !== 'ran') return { is: 'none', why: 'policy' }
  const { plan, loaded, results, asked } = made.ran
  const making = personCase({ plan, rows: loaded.rows, results, asked }, person, new Set(names))
  for (;;) {
    const next = making.next()
    if (next.done) return { ...next.value, language: plan.policy.language }
    tell(next.value, 0)
  }
}
