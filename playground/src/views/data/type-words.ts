import type { Type } from '../../../../src/index.ts'
import { listed, say } from '../../state/language.ts'
import { words } from '../../words/data.ts'

/** What may stand in a column, as a person names it. */
export function typeWords(type: Type): string {
  switch (type.is) {
    case 'text':
      return say(words.text)
    case 'date':
      return say(words.date)
    case 'time':
      return say(words.time)
    case 'truth':
      return say(words.truth)
    case 'period':
      return say(words.period, { kind: type.kind })
    case 'ref':
      return say(words.ref, { record: type.relation })
    case 'enum':
      return say(words.oneOf, {
        values: listed([...type.values.slice(0, 6), ...(type.values.length > 6 ? ['…'] : [])]),
      })
    case 'int':
      return numberWords(type.unit, type.currency)
  }
}

function numberWords(unit: Extract<Type, { is: 'int' }>['unit'], currency: string | undefined): string {
  switch (unit) {
    case 'money':
      return currency === undefined ? say(words.money) : `${say(words.money)} (${currency})`
    case 'percent':
      return say(words.percent)
    case 'price-ratio':
      return say(words.priceRatio)
    case 'count':
      return say(words.count)
    case 'ratio':
    case 'number':
    case 'points':
      return say(words.number)
  }
}
