import { isSeq, type Node, parseDocument, YAMLMap, YAMLSeq } from 'yaml'
import { languages } from '../../../src/base/language.ts'
import { sameText } from '../../../src/review/cases/accepted-text.ts'
import type { Points } from '../../../src/review/coverage/point.ts'
import { missingText, pointName } from '../../../src/review/coverage/say.ts'
import type { Mutant } from '../../../src/review/mutate/mutant.ts'
import { changeText } from '../../../src/review/mutate/sentences.ts'
import { reasonsOfChanges } from './reasons-of-changes.ts'
import { reasonsOfPay } from './reasons-of-pay.ts'
import { entries, scalarOf } from './translate.ts'
import { reasons } from './words.ts'

/** What a policy and its cases can be asked for: the points of its rules, and its changes. */
export type Asked = {
  readonly points: Points
  readonly mutants: readonly Mutant[]
  /** Of all that the policy declares, in its order. */
  readonly names: readonly string[]
}

/** What no case need meet, in the words of the twin: a point or a change is the one at the same place. */
export function acceptedIn(text: string, [own, other]: readonly [Asked, Asked]): Node {
  const list = entries(parseDocument(text).contents)[0]?.[1]
  const out = new YAMLSeq()
  if (own.points.points.length !== other.points.points.length) throw new Error('the points are no twins')
  for (const one of isSeq(list) ? list.items : []) {
    const parts = new Map(entries(one))
    const clause = scalarOf(parts.get('条款'))
    const map = new YAMLMap()
    map.set('clause', '')
    for (const [word, twin, twinOf] of [
      ['要点', 'points', pointTwin],
      ['改动', 'changes', changeTwin],
    ] as const) {
      const said = textsIn(parts.get(word)).map((asked) => twinOf(clause, asked, own, other))
      if (said.length === 0) continue
      map.set('clause', said[0]?.clause)
      map.set(twin, said.length === 1 ? said[0]?.text : said.map(({ text: name }) => name))
    }
    const reason = scalarOf(parts.get('理由'))
    const why = reasons[reason] ?? reasonsOfChanges[reason] ?? reasonsOfPay[reason]
    if (why === undefined) throw new Error(`no reason: ${reason}`)
    map.set('reason', why)
    out.add(map)
  }
  const root = new YAMLMap()
  root.set('accepted', out)
  return root
}

function textsIn(node: unknown): readonly string[] {
  if (node === undefined) return []
  return isSeq(node) ? node.items.map(scalarOf) : [scalarOf(node)]
}

type Said = { readonly clause: string; readonly text: string }

function pointTwin(clause: string, asked: string, own: Asked, other: Asked): Said {
  const at = own.points.points.findIndex(
    (p) =>
      (p.owner.id === clause || p.owner.title === clause) &&
      [p.id, pointName(p, 'zh-Hans'), missingText(p, 'zh-Hans')].includes(asked),
  )
  const twin = other.points.points[at]
  if (!twin) throw new Error(`no point ${clause}: ${asked}`)
  return { clause: twin.owner.id, text: pointName(twin, 'en') }
}

/** Changes are counted within their clause: the two languages need not have as many in every one. */
function changeTwin(clause: string, asked: string, own: Asked, other: Asked): Said {
  const of = ({ mutants, names }: Asked, name: string) => ({
    at: names.indexOf(name),
    changes: mutants.filter((one) => one.clause === name),
  })
  const name = own.mutants.find((one) => [one.clause, one.title].includes(clause))?.clause ?? clause
  const { at, changes } = of(own, name)
  const twins = of(other, other.names[at] ?? '').changes
  if (changes.length !== twins.length) throw new Error(`the changes of ${name} are no twins`)
  const found = changes.findIndex((one) =>
    languages.some((language) => sameText(changeText(one, language), asked)),
  )
  const twin = twins[found]
  if (!twin) throw new Error(`no change ${clause}: ${asked}`)
  return { clause: twin.clause, text: changeText(twin, 'en') }
}
