import type { Language } from '../../base/language.ts'
import { formatInstant } from '../../base/local-time.ts'
import { spellResult } from '../../check/result-names.ts'
import { rowsFromObjects } from '../../data/from-objects.ts'
import { runInMemory } from '../../engines/memory.ts'
import type { Id, Output, Plan } from '../../plan/plan.ts'
import type { Rows } from '../../plan/rows.ts'
import { firstHeld } from '../../plan/states.ts'
import { askedPeriod } from '../../targets/evaluate/asked-period.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import { lines, type ResultLine } from '../../targets/evaluate/results.ts'
import { type Value, valueAt } from '../../targets/evaluate/value.ts'
import { stateAt } from '../../targets/evaluate/vector.ts'
import { problemsIn } from '../cases/run-case.ts'
import { spotsOf } from '../cases/spots.ts'
import { resultsOf, targetNamed } from '../cases/target.ts'
import { valueText, yamlText } from '../cases/update.ts'
import { caseWords, wantWords } from '../cases/words.ts'
import type { Points } from '../coverage/point.ts'
import { pointName } from '../coverage/say.ts'
import type { Closure } from './slice.ts'
import type { Suggestion } from './suggestion.ts'
import { objectsOf, type World } from './world.ts'

/** The head of a file of suggested cases: what is to be done with them. */
const heads: { readonly [L in Language]: readonly string[] } = {
  en: [
    'Suggested cases: what they expect is what the policy pays today, which nobody has confirmed yet.',
    'Read each; where its result is right, delete its line `confirm`. Where it is not, mend the policy.',
  ],
  'zh-Hans': [
    '建议的案例：应得结果取自制度当前的计算，尚未有人确认。',
    '请逐个核对：结果正确的，删去“待确认”一行；不正确的，请修改制度。',
  ],
  'zh-Hant': [
    '建議的案例：應得結果取自制度目前的計算，尚未有人確認。',
    '請逐個核對：結果正確的，刪去「待確認」一行；不正確的，請修改制度。',
  ],
}

/** A file of cases, in the policy's own language. */
export function casesText(cases: readonly { readonly text: string }[], language: Language): string {
  const head = heads[language].map((line) => `# ${line}\n`).join('')
  return `${head}${caseWords.cases[language]}:\n${cases.map(({ text }) => text).join('')}`
}

/** Each case as it stands in a list of cases. `names`: those that there are already; a name is never used twice. */
export function caseTexts(
  plan: Plan,
  points: Points,
  suggestions: readonly Suggestion[],
  closure: Closure,
  names: ReadonlySet<string>,
): readonly { readonly name: string; readonly text: string }[] {
  const taken = new Set(names)
  return suggestions.map((one) => {
    const { world, output, about, hits } = one
    const name = nameOf(points, one, plan.policy.language, taken)
    // A value shows more of what is tested in it than what hangs on it.
    const values = hits.flatMap((at) => {
      const owner = points.points[at]?.owner
      return owner?.is === 'value' ? [owner.id] : []
    })
    const own = points.points[about]?.owner.id
    return { name, text: caseText(plan, { world, output, values, ...(own && { own }) }, closure, name) }
  })
}

function nameOf(
  points: Points,
  { about, output }: Suggestion,
  language: Language,
  taken: Set<string>,
): string {
  const point = points.points[about]
  if (!point) return output.id
  const owner = point.owner.title ?? point.owner.id
  const colon = language === 'en' ? ': ' : '：'
  return unused(`${owner}${colon}${pointName(point, language)}`, taken)
}

/** A name that no case has yet; it is taken from now on. */
export function unused(base: string, taken: Set<string>): string {
  let name = base
  for (let n = 2; taken.has(name); n++) name = `${base} (${n})`
  taken.add(name)
  return name
}

/** What a case gives, and what it expects: of a clause, of another that it is about (`own`), of values. */
export type Shown = Pick<Suggestion, 'world' | 'output'> & {
  readonly own?: Id
  readonly values: readonly Id[]
  /** What is paid does not show it: what is carried to the next period does, or that a value is held or does not apply. */
  readonly besides?: true
}

/** A case as it stands in a list of cases. */
export function caseText(plan: Plan, shown: Shown, closure: Closure, name: string): string {
  const { language } = plan.policy
  const { world } = shown
  const words = (key: keyof typeof caseWords) => caseWords[key][language]
  const expect = expectations(plan, shown, closure)
  const now =
    world.now === undefined || !plan.zone
      ? ''
      : `    ${words('now')}: ${formatInstant(plan.zone, world.now).replace(' ', 'T')}\n`
  return [
    `  - ${words('name')}: ${yamlText(name)}\n`,
    `    ${words('confirm')}: ${{ en: 'true', 'zh-Hans': '是', 'zh-Hant': '是' }[language]}\n`,
    `    ${words('period')}: ${yamlText(world.period)}\n`,
    now,
    `    ${words('given')}:\n`,
    ...givenLines(world),
    `    ${words('expect')}:\n`,
    ...expect.map((line) => `      ${line}\n`),
  ].join('')
}

export function givenLines({ rows }: World): readonly string[] {
  const lists = [...rows].filter(([, list]) => list.length > 0)
  if (lists.length === 0) return ['      {}\n']
  return lists.flatMap(([relation, list]) => {
    const texts = list.map(
      (row) => `{ ${[...row].map(([field, text]) => `${yamlText(field)}: ${yamlText(text)}`).join(', ')} }`,
    )
    const [only] = texts
    if (texts.length === 1) return [`      ${yamlText(relation)}: [${only}]\n`]
    return [`      ${yamlText(relation)}:\n`, ...texts.map((text) => `        - ${text}\n`)]
  })
}

/** What a whole policy comes to in a case; undefined where it has no such period. */
export function resultsIn(
  plan: Plan,
  world: World,
  rows: Rows = rowsFromObjects(plan, objectsOf(world)).rows,
): Results | undefined {
  const asked = askedPeriod(plan, rows, world.period)
  if (!asked) return undefined
  const now = world.now === undefined ? {} : { now: world.now }
  return runInMemory(plan, rows, { from: asked.from, until: asked.until }, now).results
}

/** What the clause of a case, and those that it reads, come to: results, and what is held. */
function expectations(
  plan: Plan,
  { world, output, own, values, besides }: Shown,
  closure: Closure,
): readonly string[] {
  const { language } = plan.policy
  const loaded = rowsFromObjects(plan, objectsOf(world))
  const results = resultsIn(plan, world, loaded.rows)
  if (!results) return []
  const { span } = results
  const below = closure([output.column])
  const clause = (id: string) => plan.outputs.find((one) => one.id === id)?.releases ?? id
  const wanted = plan.outputs.filter(
    (one) => one.id === output.id || clause(one.id) === clause(output.id) || below.has(one.column),
  )
  const all = lines(results, span)
  const found = new Map<string, [readonly string[], string][]>()
  const add = (target: string, names: readonly string[], text: string): void => {
    const list = found.get(target) ?? []
    list.push([names, text])
    found.set(target, list)
  }
  const left = new Map<string, Set<string>>()
  const leave = (target: string, [first = '']: readonly string[]): void => {
    left.set(target, (left.get(target) ?? new Set()).add(first))
  }
  for (const one of wanted) {
    const direct = one.id === output.id || clause(one.id) === own
    for (const line of all) {
      if (line.output !== one) continue
      const state = stateAt(results.engine.columns.get(one.column)?.states, line.row)
      // What is held, or left out, is expected of the clause that the case is about.
      if (state !== 0 && !direct) {
        leave(clause(one.id), namesOf(line))
        continue
      }
      const isPaid = (one.is === 'pay' || one.is === 'payout') && !(direct && besides)
      const more = state !== 0 || isPaid ? [] : alsoOf(results, line, language)
      const text = wantText(line.value, language)
      const first = more.length > 0 ? firstWord(plan, one, language) : undefined
      add(
        clause(one.id),
        namesOf(line),
        first === undefined ? text : `{ ${[`${yamlText(first)}: ${text}`, ...more].join(', ')} }`,
      )
    }
  }
  for (const id of new Set(values)) {
    const name = valueName(plan, id)
    for (const spot of spotsOf(results, all, { is: 'value', name, column: id })) {
      const { value } = spot
      const isOpen = value.is === 'held' || value.is === 'not-applicable'
      if ((isOpen && !besides) || (value.is === 'number' && value.rounded)) leave(name, spot.shown)
      else add(name, spot.shown, wantText(value, language))
    }
  }
  const held = all.filter(({ value }) => value.is === 'held' && value.state >= firstHeld).length
  const texts = [...found].flatMap(([target, list]) => linesFor(target, toldApart(list, left.get(target))))
  const unplaced = results.unplaced.length
  const problems = problemsIn(loaded, results, false).length
  return [
    ...texts,
    ...(texts.length === 0 ? [`${caseWords.held[language]}: ${held}`] : []),
    ...(unplaced > 0 ? [`${caseWords.unplaced[language]}: ${unplaced}`] : []),
    ...(problems > 0 ? [`${caseWords.problems[language]}: ${problems}`] : []),
  ]
}

/** What a value is called in a case: one that is read of several periods has no name of its own, and is told in words. */
function valueName({ columns, ...plan }: Plan, id: Id): string {
  const label = id.includes('<') ? columns.find((one) => one.id === id)?.label : undefined
  const found = label === undefined ? undefined : targetNamed({ columns, ...plan }, label)?.target
  return label !== undefined && found?.is === 'value' && found.column === id ? label : id
}

/** The other results of a line, as far as there are any. */
export function alsoOf(
  { engine }: Results,
  { output, row }: ResultLine,
  language: Language,
): readonly string[] {
  return output.also.flatMap(({ label, column }) => {
    const value = valueAt(engine, column, row)
    if (value.is === 'held' || value.is === 'not-applicable') return []
    return [`${yamlText(spellResult(label, language))}: ${wantText(value, language)}`]
  })
}

/** What the first result is called beside the others. */
export function firstWord(plan: Plan, { id }: Output, language: Language): string | undefined {
  const found = targetNamed(plan, id)
  const [word] = found ? resultsOf(plan, found) : []
  return word === undefined ? undefined : spellResult(word, language)
}

/** What names a line, the one that says most first. */
export function namesOf({ output, item, subject, period }: ResultLine): readonly string[] {
  const first = item?.of ?? item?.key ?? subject?.of ?? subject?.key
  return [first, period?.key, ...(output.releases === undefined ? [] : [output.id])].filter(
    (name) => name !== undefined,
  )
}

export function wantText(value: Value, language: Language): string {
  if (value.is === 'held') return `{ ${caseWords.held[language]}: ${value.reason.code} }`
  if (value.is === 'not-applicable') return yamlText(wantWords.notApplicable[language])
  return yamlText(valueText(value))
}

/** How long a line may be before each name has one of its own. */
const widest = 96

export function linesFor(target: string, list: readonly Named[]): readonly string[] {
  const one = `${yamlText(target)}: ${nested(list)}`
  if ([...one].length <= widest || list.length < 2) return [one]
  return [`${yamlText(target)}:`, ...partsOf(list).map((part) => `  ${part}`)]
}

type Named = readonly [names: readonly string[], text: string]

/** Beside others of the same first name, of which nothing is told, a line is told with its second name as well. */
function toldApart(list: readonly Named[], left: ReadonlySet<string> = new Set()): readonly Named[] {
  return list.map((named): Named => {
    const [[first = '', second], text] = named
    const isAlone = list.filter(([names]) => names[0] === first).length === 1
    if (second === undefined || !isAlone || !left.has(first)) return named
    return [[first], `{ ${yamlText(second)}: ${text} }`]
  })
}

/** As few names as tell the lines apart. */
function nested(list: readonly Named[]): string {
  const [only] = list
  if (list.length === 1 && only) {
    const [first] = only[0]
    return first === undefined ? only[1] : `{ ${yamlText(first)}: ${only[1]} }`
  }
  return `{ ${partsOf(list).join(', ')} }`
}

function partsOf(list: readonly Named[]): readonly string[] {
  const groups = new Map<string, Named[]>()
  for (const [[first = '', ...rest], text] of list)
    groups.set(first, [...(groups.get(first) ?? []), [rest, text]])
  return [...groups].map(([name, inside]) => {
    const [one] = inside
    return `${yamlText(name)}: ${inside.length === 1 && one ? one[1] : nested(inside)}`
  })
}
