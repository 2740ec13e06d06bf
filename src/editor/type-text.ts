import type { Language } from '../base/language.ts'
import { currencyText } from '../check/currency.ts'
import { describe, type Type } from '../check/types.ts'
import { spellKeyword, spellWord } from '../syntax/keywords.ts'

/** A type as a policy of this language would write it: `金额 CNY`, `选项 新签, 续签`, `Rep`. */
export function typeText(type: Type, language: Language): string {
  switch (type.is) {
    case 'number': {
      const word = spellWord('type', type.unit === 'ratio' ? 'number' : type.unit, language)
      const per =
        type.per === undefined
          ? ''
          : ` ${spellKeyword('per', language)} ${spellWord('period', type.per, language)}`
      return type.unit === 'money' ? `${word} ${currencyText(type.currency)}${per}` : `${word}${per}`
    }
    case 'enum': {
      const shown = type.values.slice(0, 6).join(', ')
      return `${spellKeyword('one-of', language)} ${shown}${type.values.length > 6 ? ', …' : ''}`
    }
    case 'period':
      return spellWord('period', type.kind, language)
    case 'text':
    case 'truth':
    case 'date':
    case 'time':
      return spellWord('type', type.is, language)
    case 'duration':
    case 'clock':
    case 'missing':
    case 'error':
    case 'ref':
      return type.is === 'ref' ? type.record : type.is === 'error' ? '' : describe(type)
  }
}
