import { handlers } from './handlers/handlers.ts'
import { withParts } from './lacking.ts'
import type { Data, RequestName } from './protocol.ts'
import { emptySession, withData } from './session.ts'

type Message =
  | { readonly name: 'keep'; readonly ask: Data }
  | { readonly name: RequestName; readonly ask: never }

// The library's types know the window; a worker has the same two.
const scope = self as unknown as Worker
const session = emptySession()
let told = 0

scope.onmessage = ({ data: message }: MessageEvent<Message>) => {
  if (message.name === 'keep') withData(session, message.ask)
  else void answer(message.name, message.ask)
}

/** How far a long request has come: told at most ten times a second. */
function tell(done: number, all: number): void {
  const now = performance.now()
  if (now - told < 100) return
  told = now
  scope.postMessage({ is: 'progress', done, all })
}

async function answer(name: RequestName, ask: never): Promise<void> {
  try {
    scope.postMessage({ is: 'answer', answer: await withParts(() => handlers[name](session, ask, tell)) })
  } catch (error) {
    // A mistake of ours: said in the page, and in full where a developer looks.
    console.error(error)
    scope.postMessage({ is: 'broken' })
  }
}
