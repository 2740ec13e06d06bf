import type { Field, Id, Output, Relation } from '../../plan/plan.ts'
import { keyOf } from './base-world.ts'
import type { Goal, Search } from './goal.ts'
import { reachAll } from './reach.ts'
import type { Authority } from './slice.ts'
import { type Row, type World, withCell, withRows } from './world.ts'

/** Where it stands who has which rank, and who stands above whom: a record of people, or one of their positions. */
type Posts = {
  readonly posts: Relation
  readonly people: Relation
  /** In a record of positions, whose each is. */
  readonly whose?: Field
  readonly role: Field
  readonly superior: Field
}

/** How many people there are at most. */
const mostPeople = 8

/**
 * A world with somebody of each rank, each with the next one for a superior, and somebody of each other role: what nobody is
 * there to decide is not decided. `ranks`: from the lowest on. Undefined where the data has no such posts.
 */
export function withLadder(search: Search, world: World, ranks: readonly string[]): World | undefined {
  const found = postsIn(search)
  if (!found) return undefined
  const { posts, people, whose, role, superior } = found
  const [post] = world.rows.get(posts.id) ?? []
  const [person] = world.rows.get(people.id) ?? []
  const words = role.type.is === 'enum' ? role.type.values : []
  const ladder = ranks.filter((word) => words.includes(word))
  const roles = [...ladder, ...words.filter((word) => !ladder.includes(word))]
  if (!post || !person || roles.length > mostPeople) return undefined
  const named = (at: number) => keyOf(people, at + 1)
  const rows = roles.map((name, at): Row => {
    const row = new Map(post).set(role.id, name)
    if (whose) row.set(whose.id, named(at))
    if (posts.key !== undefined) row.set(posts.key, keyOf(posts, at + 1))
    if (at + 1 < ladder.length) row.set(superior.id, named(at + 1))
    else row.delete(superior.id)
    return row
  })
  const next = withRows(world, posts.id, rows)
  if (posts === people) return next
  const { key } = people
  return withRows(
    next,
    people.id,
    roles.map((_, at) => (key === undefined ? person : new Map(person).set(key, named(at)))),
  )
}

function postsIn({ plan, used }: Search): Posts | undefined {
  for (const posts of plan.relations) {
    const read = used.fields.get(posts.id)
    const fields = posts.fields.filter(({ id }) => read?.has(id))
    const whose = fields.find(({ id, type }) => type.is === 'ref' && posts.inForce?.by.includes(id))
    const people = plan.relations.find(({ id }) =>
      whose?.type.is === 'ref' ? id === whose.type.relation : id === posts.id,
    )
    const superior = fields.find(
      ({ id, type }) => id !== whose?.id && type.is === 'ref' && type.relation === people?.id,
    )
    const role = fields.find(({ type }) => type.is === 'enum')
    if (people && superior?.optional && role)
      return { posts, people, role, superior, ...(whose && { whose }) }
  }
  return undefined
}

/** The same world with a request that nobody has to approve. */
export function withoutApproval(
  search: Search,
  world: World,
  { output, verdict }: Authority,
): World | undefined {
  return judged(search, world, output, verdict, 0n)
}

/**
 * The same world with a request that goes to the second rank, which whoever has it has granted: what is said of approvals
 * is seen there.
 */
export function withApproval(search: Search, world: World, authority: Authority): World | undefined {
  const found = postsIn(search)
  const requests = search.plan.grains.find(({ id }) => id === authority.output.grain)?.relation
  if (!found) return undefined
  const { people } = found
  const superior = people.key === undefined ? undefined : world.rows.get(people.id)?.[1]?.get(people.key)
  const next =
    superior === undefined ? undefined : judged(search, world, authority.output, authority.level, 1n)
  if (superior === undefined || !next) return undefined
  return search.plan.relations.reduce((all, { id, fields }) => {
    const refs = (to: Id | undefined) =>
      fields.find(({ type }) => type.is === 'ref' && type.relation === to)?.id
    const by = refs(people.id)
    if (id === requests || by === undefined || refs(requests) === undefined) return all
    return withCell(all, id, 0, by, superior)
  }, next)
}

function judged(
  search: Search,
  world: World,
  { grain }: Output,
  column: Id,
  code: bigint,
): World | undefined {
  const asked: Goal = { is: 'code', grain, expr: { op: 'column', column }, code, holds: true }
  const [next] = reachAll({ ...search, budget: { left: runsForAsking } }, world, [asked])
  return next
}

const runsForAsking = 120
