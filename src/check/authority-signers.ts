import type { Span } from '../base/span.ts'
import type { Bench } from './authority-bench.ts'
import type { Requirement } from './authority-requirement.ts'
import { type Turn, turnsOf } from './authority-turns.ts'
import { authorityWords } from './authority-words.ts'
import type { Typed } from './checked.ts'
import {
  allForm,
  anyForm,
  compareForm,
  notForm,
  truthOfForm,
  whenForm,
  wholeNumber,
  wordOf,
} from './forms.ts'
import type { Type } from './types.ts'

/** Who signs beside the rank that decides. */
export function signersOf(bench: Bench, { parts }: Requirement, own: Typed) {
  const { keep, span, context, people } = bench
  const { language } = context.env.policy
  const names = [...new Set(parts.flatMap(({ signs, others }) => [...signs.keys(), ...others.keys()]))]
  // Whether a table asks for anybody at all but whoever asks.
  const asking = parts.map(({ level, signs, others }) =>
    anyForm([compareForm(level, '>', own), ...signs.values(), ...others.values()], span),
  )
  const onlyOne = parts.map((_, i) =>
    allForm(
      asking.flatMap((one, k) => (k === i ? [] : [notForm(one)])),
      span,
    ),
  )
  const either = new Map<string, Typed>()
  const each = new Map<string, Typed>()
  /** Those without whom it is not granted, though no rank is asked. */
  const bare: Typed[] = []
  for (const name of names) {
    const must: Typed[] = []
    const may: Typed[] = []
    for (const [i, { signs, others, level }] of parts.entries()) {
      const [sign, other, alone] = [signs.get(name), others.get(name), onlyOne[i]]
      if (sign) must.push(sign)
      if (!other || !alone) continue
      const noRank = compareForm(level, '=', wholeNumber(0, span))
      may.push(allForm([other, alone], span))
      bare.push(allForm([other, alone, noRank], span))
      // Beside what other tables ask for, one of several who have no rank cannot stand for the rest.
      must.push(allForm([other, notForm(alone), noRank], span))
    }
    if (may.length > 0) either.set(name, keep(`~or ${name}`, anyForm(may, span), {}))
    each.set(name, keep(`~signs ${name}`, anyForm(must, span), {}))
  }
  const needed = keep('~signing', anyForm([...each.values(), ...bare], span), {})
  const sign = new Map(
    names.map((name) => {
      const all = [each.get(name), either.get(name)].filter((one) => one !== undefined)
      return [name, keep(`~sign ${name}`, anyForm(all, span), {})] as const
    }),
  )
  const publish = (refused: Typed, known: (value: Typed) => Typed): void => {
    if (names.length === 0) return
    // Of a request that is not decided it is not known either who signs.
    const signing = new Map(
      [...sign].map(([name, signs]) => {
        const whole = whenForm(refused, truthOfForm(false, span), known(signs))
        // A path is no name of a result.
        return [name, people.has(name) ? keep(`~with ${name}`, whole, {}) : keep(name, whole)] as const
      }),
    )
    const words = authorityWords
    const turns = parts.flatMap(({ turn }) => (turn ? [compareForm(turn, '>', wholeNumber(0, span))] : []))
    const values = [words.alone, words.one, words.all, words.inTurn].map((one) => one[language])
    const type: Type = { is: 'enum', values }
    const how = (word: keyof typeof words) => wordOf(words[word][language], type, span)
    const all = whenForm(anyForm([...each.values()], span), how('all'), how('alone'))
    const one = either.size === 0 ? all : whenForm(anyForm([...either.values()], span), how('one'), all)
    const turn = turns.length === 0 ? one : whenForm(anyForm(turns, span), how('inTurn'), one)
    keep('how', whenForm(refused, how('alone'), known(keep('~how', turn, {}))))
    if (names.length <= 4) {
      const comma = language === 'en' ? ', ' : '、'
      keep('with', namesOf(signing, turnsOf(parts), { nobody: words.nobody[language], comma, span }))
      bench.shows({ is: 'signs', result: 'with' })
    }
  }
  return { needed, publish, sign, each, either }
}

/** The names for which it holds, in one word: in the order of the rows, or in that in which they are asked to sign. */
function namesOf(
  holds: ReadonlyMap<string, Typed>,
  turns: readonly Turn[],
  { nobody, comma, span }: { readonly nobody: string; readonly comma: string; readonly span: Span },
): Typed {
  const names = [...holds.keys()]
  const ways = turns.map(({ order, asked }) => {
    const first = order.filter((name) => name !== undefined)
    return { asked, names: [...first, ...names.filter((name) => !first.includes(name))] }
  })
  const wordFor = (some: readonly string[]) => (some.length === 0 ? nobody : some.join(comma))
  const values = [names, ...ways.map((way) => way.names)].flatMap((all) => subsetsOf(all).map(wordFor))
  const type: Type = { is: 'enum', values: [...new Set(values)] }
  const choose = ([name, ...further]: readonly string[], chosen: readonly string[]): Typed => {
    const when = name === undefined ? undefined : holds.get(name)
    if (name === undefined || !when) return wordOf(wordFor(chosen), type, span)
    return whenForm(when, choose(further, [...chosen, name]), choose(further, chosen))
  }
  return ways.reduceRight(
    (otherwise: Typed, way) => whenForm(way.asked, choose(way.names, []), otherwise),
    choose(names, []),
  )
}

function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** names.length }, (_, some) => names.filter((_name, i) => some & (1 << i)))
}
