import {
  type AnswerReason,
  type ApprovalGroup,
  type AskedInput,
  approvalChain,
  isShare,
  type Language,
  type Plan,
  printShown,
  readableName,
  readableValue,
  reasonLine,
  reasonText,
  relationAlong,
  requestOf,
  type Shown,
  saidInRun,
  shownValue,
  type Value,
} from '../../../../src/index.ts'
import type {
  ChainShown,
  DecideForm,
  Decision,
  DecisionResult,
  FormInput,
  KeyOffer,
  RequestsOf,
  Said,
} from '../protocol-decide.ts'
import type { Ran, Session } from '../session.ts'
import { tablesOf } from './decide-tables.ts'
import { type Asked, askedOf, clausesOf } from './deciders.ts'

/** Keys offered in one field; more are found by writing. */
const mostKeys = 2000

/** The clauses that can be asked, and the form of one of them: the first, where none is named. */
export function decideForm(session: Session, { clause }: RequestsOf<'decideForm'>): DecideForm | undefined {
  const ran = session.edited
  if (!ran) return undefined
  const clauses = clausesOf(ran.plan)
  const chosen = clauses.find(({ id }) => id === clause) ?? clauses[0]
  const asked = chosen && askedOf(ran.plan, chosen.id)
  if (!chosen || !asked) return undefined
  const { question } = asked
  const { relation } = question.request
  const output = ran.plan.outputs.find(({ id }) => id === chosen.id)
  const origin = ran.plan.origins.find(({ id }) => id === output?.origin)
  const rows = keysIn(ran, relation)
  return {
    clauses,
    clause: chosen.id,
    title: chosen.title,
    ...(origin && { span: { source: origin.file, from: origin.from, to: origin.to } }),
    record: ran.plan.relations.find(({ id }) => id === relation)?.title ?? relation,
    inputs: question.inputs.map((input) => inputOf(ran, input, chosen.id)),
    rows: rows.slice(0, mostKeys),
    moreRows: rows.length > mostKeys,
  }
}

function inputOf(ran: Ran, input: AskedInput, clause: string): FormInput {
  const { type, path, at, is, optional } = input
  const label = labelOf(input, clause)
  const group = at.length > 0 ? 'through' : is === 'field' || is === 'period' ? 'own' : 'others'
  const base = { path, label, group, optional } as const
  if (is === 'period') return { ...base, control: 'period', usual: ran.asked.key, choices: ran.periods }
  switch (type.is) {
    case 'int': {
      const unit = isShare(type) ? '%' : type.unit === 'money' ? type.currency : undefined
      return { ...base, control: 'number', ...(unit !== undefined && { unit }) }
    }
    case 'enum':
      return { ...base, control: 'choice', choices: type.values }
    case 'ref':
      return { ...base, control: 'row', keys: keysIn(ran, type.relation).slice(0, mostKeys) }
    case 'truth':
    case 'date':
    case 'time':
      return { ...base, control: type.is }
    default:
      return { ...base, control: 'text' }
  }
}

export function labelOf({ at, label, field }: AskedInput, clause: string): string {
  return [...at, label ?? field].map((name) => plainName(name, clause)).join(' › ')
}

/** A part of a clause has a name made of the clause's own, which says nothing new in its form. */
function plainName(name: string, clause: string): string {
  return name.startsWith(`${clause}.`)
    ? name
        .slice(clause.length + 1)
        .replace(/[~.]/g, ' ')
        .trim()
    : name
}

function keysIn({ plan, loaded }: Ran, relation: string): readonly KeyOffer[] {
  const rows = loaded.rows.get(relation)
  const name = plan.relations.find(({ id }) => id === relation)?.label
  const labels = name === undefined ? undefined : rows?.fields.get(name)
  return Array.from({ length: Math.min(rows?.count ?? 0, mostKeys + 1) }, (_, row) => {
    const label = labels?.is === 'text' ? (labels.at?.(row) ?? labels.values[row]) : undefined
    return { key: rows?.name(row) ?? '', ...(label !== undefined && label !== '' && { label }) }
  })
}

/** What the run knows of a row of the data, as it would be filled in. */
export function decideFill(
  { edited: ran }: Session,
  { clause, at, key }: RequestsOf<'decideFill'>,
): Said | undefined {
  const question = ran && askedOf(ran.plan, clause)?.question
  if (!question) return undefined
  const input = question.inputs.find(({ path }) => path === at)
  const path = input ? [...input.at, input.field] : []
  const relation = relationAlong(question, path)
  const row = relation === undefined ? -1 : rowNamed(ran, relation, key)
  return row < 0 ? undefined : saidInRun(question, ran.results, row, path)
}

function rowNamed({ loaded }: Ran, relation: string, key: string): number {
  const rows = loaded.rows.get(relation)
  for (let row = 0; row < (rows?.count ?? 0); row++) if (rows?.name(row) === key) return row
  return -1
}

/** Decides one request; everything that is shown of it hangs on the policy that could be run last. */
export function decide({ edited: ran }: Session, ask: RequestsOf<'decide'>): Decision | undefined {
  const asked = ran && askedOf(ran.plan, ask.clause, ask.now)
  if (!asked) return undefined
  const { language } = ask
  const request = requestOf(asked.question, ask.said)
  const started = performance.now()
  const answer = asked.decider.decide(request)
  const { state, values, reasons, problems } = answer
  const took = Math.round((performance.now() - started) * 1000)
  const wrong = problems.length > 0
  const explained = wrong ? undefined : answer.explain()
  const output = ran.plan.outputs.find(({ id }) => id === ask.clause)
  const results = [...values].map(([name, value]): DecisionResult => {
    const why = reasons[name]
    const label = output ? readableName(output, name, language) : name
    return why
      ? { name: label, why: whyLine(asked, why, language) }
      : { name: label, text: resultText(ran, asked, name, value, language) }
  })
  const chain = approvalChain(
    ran.compiled.program,
    ask.clause,
    ran.plan.policy.language,
    values,
    explained?.tree?.steps ?? [],
  )
  const reason = answer.reason
  return {
    state,
    results,
    chain: chainShown(ran, asked, chain, language),
    why: wrong
      ? problems.map((one) => whyLine(asked, one, language))
      : reason
        ? [whyLine(asked, reason, language)]
        : [],
    tables: explained?.tree ? tablesOf(ran, asked.question, explained.tree, language) : [],
    explanation: explained?.text(language) ?? '',
    took,
  }
}

/** Why something is not decided: a field is called as the form calls it. */
export function whyLine({ question, decider }: Asked, reason: AnswerReason, language: Language): string {
  const input = question.inputs.find(({ path }) => path === reason.path)
  if (!input) return reasonLine(reason, language)
  return reasonLine(reason, language, input.is === 'period' ? '' : labelOf(input, decider.clause))
}

/** One of its results, in the reader's language. */
export function resultText(
  ran: Ran,
  { decider }: Asked,
  name: string,
  value: Value,
  language: Language,
): string {
  const output = ran.plan.outputs.find(({ id }) => id === decider.clause)
  if (output && value.is === 'enum') return readableValue(output, name, value, language)
  return textOf(ran, value, language, decider.results.find((one) => one.name === name)?.type)
}

type ResultType = Plan['columns'][number]['type']

/** A person by key and name. */
function textOf(ran: Ran, value: Value, language: Language, type: ResultType | undefined): string {
  const shown: Shown = shownValue(value)
  const text = printShown(shown, language, { currency: true })
  if (type?.is !== 'ref' || value.is !== 'ref') return text
  const found = keysIn(ran, type.relation).find(({ key }) => key === value.text)
  return found?.label === undefined ? text : `${text} ${found.label}`
}

function chainShown(
  ran: Ran,
  { decider }: Asked,
  chain: readonly ApprovalGroup[],
  language: Language,
): ChainShown {
  const type = decider.results.find(({ name }) => name === 'approver')?.type
  const named = ({ key, label }: { readonly key: string; readonly label?: string }): string =>
    label === undefined ? textOf(ran, { is: 'ref', text: key }, language, type) : `${key} ${label}`
  return chain.map(({ how, steps }) => ({
    how,
    steps: steps.map(({ role, person, insteadOf, why }) => ({
      role,
      ...(person && { person: named(person) }),
      ...(insteadOf && { insteadOf: named(insteadOf) }),
      ...(why && { why: reasonText(why, language) }),
    })),
  }))
}
