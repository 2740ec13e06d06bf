import type { Bench } from './authority-bench.ts'
import type { Requirement } from './authority-requirement.ts'
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
    const signing = [...sign].map(([name, signs]) => {
      const whole = whenForm(refused, truthOfForm(false, span), known(signs))
      // A path is no name of a result.
      return people.has(name) ? keep(`~with ${name}`, whole, {}) : keep(name, whole)
    })
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
      keep('with', namesOf(names, signing, words.nobody[language], language === 'en' ? ', ' : '、'))
      bench.shows({ is: 'signs', result: 'with' })
    }
  }
  return { needed, publish, sign, each, either }
}

/** The names for which it holds, in one word for each of the ways in which they may. */
function namesOf(names: readonly string[], holds: readonly Typed[], nobody: string, comma: string): Typed {
  const ways = Array.from({ length: 2 ** names.length }, (_, way) =>
    names.filter((_name, i) => way & (1 << i)),
  )
  const values = ways.map((way) => (way.length === 0 ? nobody : way.join(comma)))
  const type: Type = { is: 'enum', values }
  const choose = (i: number, way: number): Typed => {
    const hold = holds[i]
    const [first] = holds
    if (hold === undefined)
      return wordOf(values[way] ?? nobody, type, first?.span ?? { source: '', from: 0, to: 0 })
    return {
      is: 'if',
      when: hold,
      then: choose(i + 1, way | (1 << i)),
      otherwise: choose(i + 1, way),
      type,
      span: hold.span,
    }
  }
  return choose(0, 0)
}
