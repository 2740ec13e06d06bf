import type { Expr } from '../../plan/plan.ts'
import { toText } from './convert.ts'
import type { Scope } from './scope.ts'
import { type Node, usedStates } from './vector.ts'

/** Texts one after another, those that are empty left out. */
export function compileJoin(scope: Scope, items: readonly Expr[], between: string): Node {
  const nodes = items.map((item) => toText(scope.compile(item), scope.capacity))
  const values: string[] = new Array<string>(scope.capacity).fill('')
  const states = new Uint16Array(scope.capacity)
  return {
    is: 'text',
    run: (from, count) => {
      const blocks = nodes.map((node) => node.run(from, count))
      for (let i = 0; i < count; i++) {
        let joined = ''
        for (const block of blocks) {
          const text = block.values[i] ?? ''
          if (text !== '') joined = joined === '' ? text : joined + between + text
        }
        values[i] = joined
      }
      return { is: 'text', values, states: usedStates(states, count, ...blocks.map((block) => block.states)) }
    },
  }
}
