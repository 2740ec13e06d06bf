import {
  changesNothing,
  differenceReport,
  differenceText,
  hasErrors,
  hunksOf,
  type Impact,
  impactHeadlines,
  impactHtml,
  impactMarkdown,
  impactSections,
  measureImpact,
  plain,
  readInstant,
  stepsOfHunks,
  type Version,
} from '../../../../src/index.ts'
import type { CompareAsk, Compared, Meaning, VersionAsked } from '../compare-protocol.ts'
import { type Attempt, attempt, compiledOf, configOf, loadedFor, type Ran, type Session } from '../session.ts'
import type { Handler } from './handler.ts'

/** Rows of one table; how many there are beyond is said. */
const mostRows = 2000

let last: Impact | undefined

/** What changes between two versions on the data that is open, and where that is asked for, by which edit. */
export const compare: Handler<'compare'> = async (session, ask, tell): Promise<Compared> => {
  const hunks = hunksOf(ask.before.policy, ask.after.policy)
  const before = await ranOf(session, ask, ask.before, [])
  if ('why' in before) return { is: 'failed', side: 'before', why: before.why, hunks }
  const after = await ranOf(session, ask, ask.after, [before])
  if ('why' in after) return { is: 'failed', side: 'after', why: after.why, hunks }
  // Beside the calculation nothing else is run: the version before is kept for the next edit.
  if (!session.base?.asked) session.base = { ran: before }
  const impact = await impactOf(session, ask, before, after, tell)
  last = impact
  const telling = { language: ask.language, names: true }
  // One step for all edits says nothing of whether there are any.
  const [whole] = impact.steps
  const unknown = whole ?? { edits: [], settings: false, changes: [], people: 0, lines: 0 }
  const told = ask.byEdit ? impact : { ...impact, steps: [unknown] }
  const sections = impactSections(told, telling, mostRows)
  return {
    is: 'compared',
    nothing: changesNothing(impact),
    byEdit: ask.byEdit,
    headlines: impactHeadlines(told, telling),
    sections: ask.byEdit ? sections : sections.filter(({ id }) => id !== 'edits'),
    people: impact.people.map(({ person }) => ({ record: person.named.record, key: person.named.key })),
    hunks,
    editsOf: ask.byEdit ? stepsOfHunks(hunks, impact.steps) : [],
  }
}

/** A version's run: the one there is, where the texts and the days are the same. */
async function ranOf(
  session: Session,
  ask: CompareAsk,
  { policy }: VersionAsked,
  beside: readonly Ran[],
): Promise<Ran | Extract<Attempt, { is: 'failed' }>> {
  const texts = JSON.stringify(policy)
  const known = [session.edited, session.base?.ran].find(
    (one) => one && JSON.stringify(one.sources) === texts && isAsked(one, ask),
  )
  if (known) return known
  const made = await attempt(session, policy, ask, beside)
  return made.is === 'failed' ? made : made.ran
}

/** Whether a run is of the days that are asked for. */
function isAsked({ asked, periods, wanted }: Ran, { period, now }: CompareAsk): boolean {
  return asked.key === (period ?? periods.at(-1) ?? 'all') && wanted.now === now
}

async function impactOf(
  session: Session,
  ask: CompareAsk,
  before: Ran,
  after: Ran,
  tell: ((done: number, all: number) => void) | undefined,
): Promise<Impact> {
  const { config } = await configOf(session, after.plan)
  const { asked } = after
  const now = ask.now === undefined ? undefined : readInstant(after.plan.zone, ask.now)
  return measureImpact({
    before: versionOf(ask.before, before),
    after: versionOf(ask.after, after),
    rowsFor: (plan) => loadedFor(session, plan, [before, after], config).rows,
    span: { from: asked.from, until: asked.until },
    period: asked.key,
    ...(typeof now === 'object' && { now: now.at }),
    plain: !ask.byEdit,
    known: { before: before.results, after: after.results },
    ...(tell && { tell }),
  })
}

function versionOf({ name }: VersionAsked, { sources, plan, compiled }: Ran): Version {
  const { program, checked, diagnostics } = compiled
  return { name, sources, program, checked, plan, diagnostics }
}

/** What the versions mean, without data: with the smallest rows on which they differ. */
export const meaning: Handler<'meaning'> = async (session, ask): Promise<Meaning | undefined> => {
  const [before, after] = [
    await compiledOf(session, ask.before.policy),
    await compiledOf(session, ask.after.policy),
  ]
  const broken = hasErrors(before.diagnostics) || hasErrors(after.diagnostics)
  if (!before.plan || !after.plan || broken) return undefined
  const found = differenceReport(
    { ...before, plan: before.plan, sources: ask.before.policy },
    { ...after, plan: after.plan, sources: ask.after.policy },
    ask.language,
  )
  return { same: found.same, text: differenceText(found, ask.language, plain) }
}

export const report: Handler<'compareReport'> = (_, { format, language }): string | undefined => {
  if (!last) return undefined
  const telling = { language, names: true }
  return format === 'html' ? impactHtml(last, [], telling) : impactMarkdown(last, [], telling)
}
