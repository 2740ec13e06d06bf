import type { Language } from '../../base/language.ts'
import { authorityWords } from '../../check/authority-words.ts'
import type { AuthorityDeclaration, Program, Verdict } from '../../syntax/ast.ts'
import { spellWord } from '../../syntax/keywords.ts'
import type { TraceStep } from '../../targets/evaluate/trace.ts'
import type { Value } from '../../targets/evaluate/value.ts'

/** Who approves together: one, each of several, any one of them, or one after the other. */
export type ApprovalGroup = {
  readonly how: 'alone' | 'all' | 'one' | 'in-turn'
  readonly steps: readonly ApprovalStep[]
}

type Person = NonNullable<TraceStep['person']>

/**
 * A rank or a role that approves, by the policy's word; `person`: who that is, where it is known, and whom he stands in for.
 * `why`: who it is cannot be said.
 */
export type ApprovalStep = {
  readonly role: string
  readonly person?: Person
  readonly insteadOf?: Person
  readonly why?: Extract<Value, { readonly reason: unknown }>['reason']
}

/**
 * How a request that is to be approved is approved: groups that all must agree. Empty where nothing is to be approved.
 * `values` and `steps`: the answer, and its explanation.
 */
export function approvalChain(
  program: Program,
  clause: string,
  policyLanguage: Language,
  values: ReadonlyMap<string, Value>,
  steps: readonly TraceStep[],
): readonly ApprovalGroup[] {
  const declared = authorityNamed(program, clause)
  if (!declared || wordOf(values, 'verdict') !== spellWord('verdict', 'approval', policyLanguage)) return []
  const { how, signers, order } = signing(declared, policyLanguage, values)
  const decides = deciding(values, steps)
  const signs = signers.map((role): ApprovalStep => ({ role }))
  const [only] = signs
  if (!decides && only && signs.length === 1) {
    const named = values.get('approver')
    const person = named?.is === 'ref' ? { key: named.text } : undefined
    return [{ how: 'alone', steps: [{ ...only, ...(person && { person }) }] }]
  }
  if (how !== 'in-turn') return grouped(how, [...(decides ? [decides] : []), ...signs])
  const inOrder = signs.filter(({ role }) => order.includes(role))
  const place = order.findIndex((role) => !signers.includes(role))
  const placed = decides !== undefined && place >= 0
  const line = placed ? inOrder.toSpliced(place, 0, decides) : inOrder
  const beside = signs.filter((one) => !inOrder.includes(one))
  const rest = [...(decides && !placed ? [decides] : []), ...beside]
  return [...grouped('in-turn', line), ...grouped('all', rest)]
}

function grouped(how: ApprovalGroup['how'], steps: readonly ApprovalStep[]): readonly ApprovalGroup[] {
  return steps.length === 0 ? [] : [{ how: steps.length === 1 ? 'alone' : how, steps }]
}

/** Who has the rank that decides; nobody where none is asked, which the approver then says. */
function deciding(values: ReadonlyMap<string, Value>, steps: readonly TraceStep[]): ApprovalStep | undefined {
  const role = wordOf(values, 'level')
  const approver = values.get('approver')
  if (role === undefined || approver?.is === 'not-applicable') return undefined
  const nearest = personOf(steps, ['approver'])
  const acting = personOf(steps, ['substitute'])
  const person = acting ?? nearest ?? personOf(steps, ['granter'])
  return {
    role,
    ...(person && approver?.is === 'ref' && { person }),
    ...(acting && nearest && acting.key !== nearest.key && { insteadOf: nearest }),
    ...(approver?.is === 'held' && { why: approver.reason }),
  }
}

function personOf(steps: readonly TraceStep[], kinds: readonly string[]): Person | undefined {
  return steps.find(({ is, person }) => person && kinds.includes(is))?.person
}

/** Who signs beside the rank, and of what is signed in turn the order as it was written, the rank among them. */
function signing(
  declared: AuthorityDeclaration,
  policyLanguage: Language,
  values: ReadonlyMap<string, Value>,
) {
  const words = authorityWords
  const said = wordOf(values, 'how')
  const ways = { one: words.one, all: words.all, 'in-turn': words.inTurn } as const
  const how: ApprovalGroup['how'] =
    (['one', 'all', 'in-turn'] as const).find((way) => ways[way][policyLanguage] === said) ?? 'alone'
  const verdicts = approvalsIn(declared)
  const names = [...new Set(verdicts.flatMap(({ roles }) => roles.map(({ text }) => text)))]
  const together = wordOf(values, 'with')
  const signers =
    together === undefined
      ? names.filter((name) => wordOf(values, name) === 'true')
      : together === words.nobody[policyLanguage]
        ? []
        : together.split(policyLanguage === 'en' ? ', ' : '、')
  const orders = verdicts.flatMap(({ how: way, roles }) =>
    way === 'in-turn' ? [roles.map(({ text }) => text)] : [],
  )
  const ranks = new Set(
    declared.lines.flatMap((line) => (line.is === 'ranks' ? line.ranks.map(({ text }) => text) : [])),
  )
  const first = (order: readonly string[]) => order.filter((name) => !ranks.has(name))
  const order = orders
    .filter((one) => first(one).every((name, at) => signers[at] === name))
    .sort((a, b) => b.length - a.length)[0]
  return { how, signers, order: order ?? signers }
}

type Approval = Extract<Verdict, { readonly is: 'approval' }>

function approvalsIn({ lines }: AuthorityDeclaration): readonly Approval[] {
  const found: Approval[] = []
  const take = (verdict: Verdict | undefined): void => {
    if (verdict?.is === 'approval') found.push(verdict)
  }
  for (const line of lines) {
    if (line.is === 'limit') take(line.above)
    if (!('table' in line)) continue
    for (const { cells } of line.table.rows)
      for (const cell of cells) if (cell.is === 'verdict') take(cell.verdict)
  }
  return found
}

function authorityNamed({ files }: Program, clause: string): AuthorityDeclaration | undefined {
  return files
    .flatMap(({ declarations }) => declarations)
    .find((one): one is AuthorityDeclaration => one.kind === 'authority' && one.name.text === clause)
}

function wordOf(values: ReadonlyMap<string, Value>, name: string): string | undefined {
  const value = values.get(name)
  return value && 'text' in value ? value.text : undefined
}
