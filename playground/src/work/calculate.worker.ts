import { handlers } from './handlers/handlers.ts'
import { withParts } from './lacking.ts'
import type { CalculateAsk, Data, RequestName } from './protocol.ts'
import { emptySession, withData } from './session.ts'

type Message =
  | { readonly name: 'keep'; readonly ask: Data }
  /** What the worker before this one has calculated: the requests that follow are about it. */
  | { readonly name: 'stand'; readonly ask: CalculateAsk }
  | { readonly name: RequestName; readonly ask: never }

// The library's types know the window; a worker has the same two.
const scope = self as unknown as Worker
const session = emptySession()
let told = 0
let standing: Promise<unknown> = Promise.resolve()

scope.onmessage = ({ data: message }: MessageEvent<Message>) => {
  switch (message.name) {
    case 'keep':
      withData(session, message.ask)
      return
    case 'stand': {
      const { ask } = message
      standing = withParts(() => handlers.calculate(session, ask, tell)).catch(console.error)
      return
    }
    default: {
      const { name, ask } = message
      void standing.then(() => answer(name, ask))
    }
  }
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
