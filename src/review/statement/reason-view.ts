import type { Language } from '../../base/language.ts'
import { reasonHelp, reasonPlace, reasonText } from '../../targets/evaluate/print-shown.ts'
import type { Shown, Why } from '../../targets/evaluate/trace.ts'
import type { ReasonView } from './view.ts'

export function isUndecided(shown: Shown): shown is Extract<Shown, { is: 'held' | 'not-applicable' }> {
  return shown.is === 'held' || shown.is === 'not-applicable'
}

export function reasonView(why: Why, language: Language): ReasonView {
  const place = reasonPlace(why)
  const help = reasonHelp(why, language)
  return {
    code: why.code,
    text: reasonText(why, language),
    ...(place !== undefined && { place }),
    ...(help !== undefined && { help }),
  }
}
