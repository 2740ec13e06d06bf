import type { CaseWord } from './words.ts'

/** What may stand under a key of a file of cases. */
export type Part =
  | 'text'
  | 'cases'
  | 'given'
  | 'defaults'
  | 'expect'
  | 'table'
  | 'previous'
  | 'accepted'
  | 'texts'
  | 'count'
  | 'truth'

export type Shape = {
  readonly keys: { readonly [word in CaseWord]?: Part }
  readonly required: readonly CaseWord[]
}

/** What stands under which key: the reader knows its keys from here, and the JSON Schema comes of it. */
export const shapes = {
  file: {
    keys: {
      defaults: 'defaults',
      given: 'given',
      period: 'text',
      now: 'text',
      cases: 'cases',
      accepted: 'accepted',
    },
    required: [],
  },
  accepted: {
    keys: { clause: 'text', points: 'texts', changes: 'texts', reason: 'text', by: 'text' },
    required: ['clause', 'reason'],
  },
  case: {
    keys: {
      name: 'text',
      confirm: 'truth',
      period: 'text',
      now: 'text',
      given: 'given',
      previous: 'previous',
      data: 'text',
      golden: 'text',
      digest: 'text',
      expect: 'expect',
      table: 'table',
    },
    required: ['name'],
  },
  expect: {
    keys: { held: 'count', unplaced: 'count', problems: 'count', only: 'truth' },
    required: [],
  },
} as const satisfies { readonly [name: string]: Shape }

type Keys<S extends keyof typeof shapes> = keyof (typeof shapes)[S]['keys']

/** The keys of one of the shapes, in their order. */
export function keysOf<S extends keyof typeof shapes>(name: S): readonly Keys<S>[] {
  return Object.keys(shapes[name].keys).filter((key): key is Keys<S> & string => key in shapes[name].keys)
}
