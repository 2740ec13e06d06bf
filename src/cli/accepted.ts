import type { Language } from '../base/language.ts'
import type { Acceptance } from '../review/cases/accepted.ts'

/** Why something is accepted, and who has accepted it. */
export function whyText({ reason, by }: Acceptance, language: Language): string {
  if (by === undefined) return reason
  return language === 'en' ? `${reason}; ${by}` : `${reason}；${by}`
}
