import { isSeq, type Node, parseDocument, YAMLMap, YAMLSeq } from 'yaml'
import type { Points } from '../../../src/review/coverage/point.ts'
import { missingText, pointName } from '../../../src/review/coverage/say.ts'
import { entries, scalarOf } from './translate.ts'
import { reasons } from './words.ts'

/** What no case need meet, in the words of the twin: a point is the one at the same place. */
export function acceptedIn(text: string, points: readonly [Points, Points]): Node {
  const list = entries(parseDocument(text).contents)[0]?.[1]
  const out = new YAMLSeq()
  const [own, other] = points
  if (own.points.length !== other.points.length) throw new Error('the points are no twins')
  for (const one of isSeq(list) ? list.items : []) {
    const parts = new Map(entries(one))
    const clause = scalarOf(parts.get('条款'))
    const asked = parts.get('要点')
    const texts = isSeq(asked) ? asked.items.map(scalarOf) : [scalarOf(asked)]
    let owner = ''
    const said = texts.map((point) => {
      const at = own.points.findIndex(
        (p) =>
          (p.owner.id === clause || p.owner.title === clause) &&
          [p.id, pointName(p, 'zh-Hans'), missingText(p, 'zh-Hans')].includes(point),
      )
      const twin = other.points[at]
      if (!twin) throw new Error(`no point ${clause}: ${point}`)
      owner = twin.owner.id
      return pointName(twin, 'en')
    })
    const reason = reasons[scalarOf(parts.get('理由'))]
    if (reason === undefined) throw new Error(`no reason: ${scalarOf(parts.get('理由'))}`)
    const map = new YAMLMap()
    map.set('clause', owner)
    map.set('points', said.length === 1 ? said[0] : said)
    map.set('reason', reason)
    out.add(map)
  }
  const root = new YAMLMap()
  root.set('accepted', out)
  return root
}
