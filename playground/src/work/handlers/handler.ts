import type { AnswerOf, AskOf, RequestName } from '../protocol.ts'
import type { Session } from '../session.ts'

/** Answers one kind of request from what the session holds. */
export type Handler<N extends RequestName> = (
  session: Session,
  ask: AskOf<N>,
  tell?: (done: number, all: number) => void,
) => AnswerOf<N> | Promise<AnswerOf<N>>
