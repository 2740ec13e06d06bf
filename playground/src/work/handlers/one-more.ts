import { exactDecimal, moreOf, oneMore, parseDecimal } from '../../../../src/index.ts'
import type { OneMoreAsk, OneMoreTold } from '../protocol.ts'
import { attempt, type Session } from '../session.ts'

/** Runs the texts as they are, and once more with a row like one of the person's own. */
export async function toldOneMore(
  session: Session,
  { policy, person, choice, amount, language: _, ...wanted }: OneMoreAsk,
): Promise<OneMoreTold | undefined> {
  const made = await attempt(session, policy, wanted, [])
  if (made.is !== 'ran') return undefined
  session.edited = made.ran
  const { plan, loaded, results, asked } = made.ran
  const run = { plan, rows: loaded.rows, results, asked }
  const all = moreOf(run, person)
  const choices = all.map(({ relation, field, like }) => {
    const title = plan.relations.find(({ id }) => id === relation)?.title ?? relation
    return { id: `${relation} ${field}`, label: `${title}: ${field}`, like }
  })
  const chosen = all.find(({ relation, field }) => `${relation} ${field}` === choice) ?? all[0]
  const text = amount?.normalize('NFKC').replace(/[,_\s]/gu, '') ?? ''
  if (!chosen || text === '') return { choices }
  const number = parseDecimal(text)
  const found = number && oneMore(run, person, chosen, number)
  if (!found) return { choices, wrong: true }
  return {
    choices,
    told: {
      totals: found.totals.map(({ currency, before, after, change }) => ({
        currency,
        before: exactDecimal(before),
        after: exactDecimal(after),
        change: exactDecimal(change),
      })),
      clauses: found.clauses
        .map(({ title, before, after }) => ({
          title,
          before: before ? exactDecimal(before) : '–',
          after: after ? exactDecimal(after) : '–',
        }))
        .filter(({ before, after }) => before !== after),
      held: found.held,
    },
  }
}
