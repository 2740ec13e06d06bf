import type { GrainNode, Name } from '../../src/syntax/ast.ts'
import { cellValue } from './cell.ts'
import { isDated, ownDate, ownPeriod, type Row, rowAlong } from './own-date.ts'
import { parameterValue } from './parameter.ts'
import { referencePath } from './paths.ts'
import type { Period } from './period.ts'
import { targetValue } from './target.ts'
import { grainOf, levelNamed } from './target-levels.ts'
import { apply, both, held, present, type Result, type Value } from './value.ts'
import { resultMeaning } from './word.ts'
import { type Place, recordOf, type Scope, type World } from './world.ts'

/** Where a declared result is looked up from a scope: coarser, through the one reference path and the row's date. */
function placeFor(world: World, grain: GrainNode, scope: Scope): Result<Place> {
  const record = (grain.each ?? grain.subject)?.text
  const kind = grain.per?.text
  let row: Result<Row | undefined> = present(undefined)
  if (record !== undefined) {
    if (!scope.row) throw new Error(`a result for each ${record} is read where no ${record} is`)
    const path = referencePath(world, scope.row.record, record)
    if (!path) throw new Error(`no way from ${scope.row.record} to ${record}`)
    row = rowAlong(world, scope.row, path)
  }
  const over = kind !== undefined && scope.over === kind ? kind : undefined
  const period =
    kind === undefined
      ? present<Period | undefined>(undefined)
      : over !== undefined
        ? present(scope.period)
        : ownPeriod(world, scope, kind)
  return both(row, period, (r, p) =>
    present({ ...(r && { row: r }), ...(p && { period: p }), ...(over !== undefined && { over }) }),
  )
}

function declared(
  world: World,
  name: string,
  rest: readonly string[],
  scope: Scope,
): Result<Value> | undefined {
  const declaration = world.declarations.get(name)
  if (!declaration) return undefined
  if (declaration.kind === 'parameter') return parameterValue(world, declaration, [], scope)
  if (declaration.kind === 'target') {
    const level = levelNamed(declaration, rest[0] ?? '', world)
    const grain = grainOf(level)
    const at = placeFor(world, grain, scope.over === level.period ? { ...scope, over: level.period } : scope)
    return at.is === 'present' ? targetValue(world, declaration, level, at.value) : at
  }
  if (!('grain' in declaration)) throw new Error(`${name} is no value`)
  const place = placeFor(world, declaration.grain, scope)
  if (place.is !== 'present') return place
  const result = world.resultOf(name, place.value, rest[0] && resultMeaning(rest[0]))
  if (result.is !== 'present' || result.value.is !== 'row' || rest.length === 0) return result
  return follow(world, result.value, rest, scope)
}

/** Fields and row values from a row on: `rep.manager.name`, `order.net`. */
export function follow(world: World, from: Row, names: readonly string[], scope: Scope): Result<Value> {
  const [name = '', ...rest] = names
  const record = recordOf(world, from.record)
  if (!record.fields.has(name)) {
    const away = scope.row?.record !== from.record || scope.row.row !== from.row
    // What is read at another row is read by the date of the row that reads it.
    const own = !scope.day && away && !scope.period && isDated(world, scope)
    const day = own ? ({ day: ownDate(world, scope), own: true } as const) : {}
    const found = declared(world, name, rest, { ...scope, row: from, ...day })
    if (found) return found
    throw new Error(`${from.record} has no ${name}`)
  }
  const value = cellValue(world, record, from.row, name)
  if (rest.length === 0) return value
  return apply(value, (v) => (v.is === 'row' ? follow(world, v, rest, scope) : held(`${name} has no parts`)))
}

/** The value of a name, with whatever follows its dots. */
export function namedValue(world: World, parts: readonly Name[], scope: Scope): Result<Value> {
  const names = parts.map((part) => part.text)
  const [first = '', ...rest] = names
  const { party } = scope
  if (
    party &&
    (first === party.record || first === party.record.charAt(0).toLowerCase() + party.record.slice(1))
  )
    return rest.length === 0 ? present({ is: 'row', ...party }) : follow(world, party, rest, scope)
  if (scope.row) {
    const own = scope.row.record
    const isField = recordOf(world, own).fields.has(first)
    const lower = own.charAt(0).toLowerCase() + own.slice(1)
    if (first === own || (!isField && (first === lower || first === own.toLowerCase()))) {
      return rest.length === 0 ? present({ is: 'row', ...scope.row }) : follow(world, scope.row, rest, scope)
    }
    if (isField) return follow(world, scope.row, names, scope)
  }
  const found = declared(world, first, rest, scope)
  if (found) return found
  if (first === 'now' && parts.length === 1)
    return world.now === undefined ? held('no time was given') : present({ is: 'instant', at: world.now })
  return parts.length === 1
    ? present({ is: 'word', text: first })
    : held(`nothing is named ${names.join('.')}`)
}
