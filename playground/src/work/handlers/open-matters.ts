import { openMatters } from '../../../../src/index.ts'
import type { AnswerOf } from '../protocol.ts'
import type { Session } from '../session.ts'

export function mattersFound({ edited: ran }: Session): AnswerOf<'openMatters'> {
  return ran ? openMatters({ ...ran, period: ran.asked.key }) : new Map()
}
