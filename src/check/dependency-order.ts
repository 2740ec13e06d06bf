import type * as ast from '../syntax/ast.ts'

/**
 * The names of all declarations, each after those that it mentions; circles are entered anywhere. Definitions are
 * worked out in this order, so that a long chain of them never becomes a deep recursion.
 */
export function dependencyOrder(declared: ReadonlyMap<string, ast.Declaration>): readonly ast.Name[] {
  const order: ast.Name[] = []
  const entered = new Set<string>()
  for (const start of declared.keys()) {
    const waiting: { readonly name: string; readonly mentioned: Iterator<string> }[] = []
    const enter = (name: string): void => {
      const declaration = declared.get(name)
      if (!declaration || entered.has(name)) return
      entered.add(name)
      waiting.push({ name, mentioned: mentionedIn(declaration).values() })
    }
    enter(start)
    for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
      const next = top.mentioned.next()
      if (next.done !== true) {
        enter(next.value)
        continue
      }
      waiting.pop()
      const declaration = declared.get(top.name)
      if (declaration) order.push(declaration.name)
    }
  }
  return order
}

/** What was found in a declaration, as long as there is one: several passes ask, and a tree never changes. */
const known = new WeakMap<ast.Declaration, ReadonlySet<string>>()

/** Every name that stands anywhere in a declaration, in the order of the text. The tree is plain JSON. */
export function mentionedIn(declaration: ast.Declaration): ReadonlySet<string> {
  const before = known.get(declaration)
  if (before !== undefined) return before
  const found = new Set<string>()
  addNames(declaration, found)
  known.set(declaration, found)
  return found
}

/** As deep as the tree, whose depth the parser limits. */
function addNames(node: object, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) if (typeof item === 'object' && item !== null) addNames(item, found)
    return
  }
  if ('text' in node && typeof node.text === 'string') {
    found.add(node.text)
    return
  }
  // Half of a tree are the places in it, and none of them is a name. All of its keys are its own.
  for (const key in node) {
    const part = key === 'span' || key === 'comments' ? undefined : node[key as keyof typeof node]
    if (typeof part === 'object' && part !== null) addNames(part, found)
  }
}
