import { parseDay } from '../../src/base/day.ts'
import { unreachable } from '../../src/base/unreachable.ts'
import type { TypeNode } from '../../src/syntax/ast.ts'
import { numberOfSpelling, percentOfSpelling, priceRatioOfSpelling } from './literal.ts'
import { isPeriodKind, periodNamed } from './period.ts'
import { rationalOf } from './rational.ts'
import { timeOfSpelling } from './time.ts'
import { exact, held, missing, present, type Result, truth, type Value } from './value.ts'
import { type Facts, type RecordInfo, recordOf } from './world.ts'

const yes = new Set(['yes', 'true', '是', '1'])
const no = new Set(['no', 'false', '否', '0'])

function wordCell(word: string, text: string): Result<Value> {
  switch (word) {
    case 'text':
      return present({ is: 'text', text })
    case 'truth':
      if (yes.has(text)) return present(truth(true))
      return no.has(text) ? present(truth(false)) : held(`neither yes nor no: ${text}`)
    case 'date': {
      const day = parseDay(text)
      return day === undefined ? held(`no date: ${text}`) : present({ is: 'day', day })
    }
    case 'time':
      return timeOfSpelling(text)
    case 'percent':
      if (/[%‰]$/.test(text)) return present(exact(percentOfSpelling(text)))
      break
    case 'price-ratio':
      if (text.endsWith('折')) return present(exact(priceRatioOfSpelling(text)))
      break
    default:
  }
  const number = rationalOf(text)
  return number ? present(exact(number)) : held(`no number: ${text}`)
}

function typedCell(world: Facts, type: TypeNode, text: string): Result<Value> {
  switch (type.is) {
    case 'word':
      return wordCell(type.word, text)
    case 'one-of': {
      const list = type.values.map((value) => value.text)
      return list.includes(text) ? present({ is: 'word', text, list }) : held(`not in the list: ${text}`)
    }
    case 'name': {
      const name = type.name.text
      if (!world.records.has(name) && isPeriodKind(name, world.calendar)) {
        const period = periodNamed(name, text, world.calendar)
        return period ? present({ is: 'period', period }) : held(`no ${name}: ${text}`)
      }
      const target = recordOf(world, name)
      const row = target.rows.findIndex((candidate) => candidate[target.key ?? ''] === text)
      return row < 0 ? held(`no ${name} ${text}`) : present({ is: 'row', record: name, row })
    }
    default:
      return unreachable(type)
  }
}

/** Data outside what the field declares is bad input, which holds what reads it. */
function withinBounds(type: TypeNode, value: Result<Value>): Result<Value> {
  if (type.is !== 'word' || value.is !== 'present' || value.value.is !== 'number') return value
  const { from, upTo } = type.bounds
  const number = value.value.value
  const limit = (bound: typeof from) =>
    bound && 'spelling' in bound
      ? bound.is === 'percent'
        ? percentOfSpelling(bound.spelling)
        : numberOfSpelling(bound.spelling)
      : undefined
  const low = limit(from)
  const high = limit(upTo)
  if (low && number.n * low.d < low.n * number.d) return held('below the declared range')
  if (high && number.n * high.d > high.n * number.d) return held('above the declared range')
  return value
}

/** One cell. An empty one is missing; one that cannot be read is bad input. */
export function cellValue(world: Facts, record: RecordInfo, row: number, field: string): Result<Value> {
  const info = record.fields.get(field)
  if (!info) throw new Error(`${record.name} has no field ${field}`)
  const text = record.rows[row]?.[field] ?? ''
  if (text === '') return missing(`${record.name}.${field} of row ${row + 1} is empty`)
  return withinBounds(info.type, typedCell(world, info.type, text))
}
