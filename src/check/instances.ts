import type * as ast from '../syntax/ast.ts'
import { mentionedIn } from './dependency-order.ts'
import type { Environment, Over, Put } from './environment.ts'

// A definition that is read over windows, or with other values in place of some it reads, is one of its own.

/** What has a meaning over windows and with other values: a measure, or a clause that is not the place where all meet. */
type Instanced = Extract<ast.Declaration, { kind: 'value' | 'commission' | 'scorecard' | 'decision' }>

export function hasWindows(declaration: ast.Declaration): declaration is Instanced {
  const { kind } = declaration
  return kind === 'value' || kind === 'commission' || kind === 'scorecard' || kind === 'decision'
}

/** The name of a definition read otherwise: no author can write it. */
export function instanceId(name: string, { window, puts = [] }: Over): string {
  const parts = [...(window ? [window.kind] : []), ...puts.map(({ replaced, by }) => `${replaced}=${by}`)]
  return [name, ...parts].join('<')
}

/** Whether a definition is read only by others, under a name that no author wrote. */
export function isInstance(id: string): boolean {
  return id.includes('<')
}

/** Whether other values stand in it in place of some. */
export function hasReplaced(id: string): boolean {
  return /<[^.]*=/u.test(id)
}

export function instanceTitle(title: string, { window, puts = [] }: Over): string {
  return [title, ...(window ? [window.words] : []), ...puts.map(({ words }) => words)].join(' ')
}

/** What of it concerns a declaration: the window of its own periods, and values that it reads. Nothing: it is as it stands. */
export function concerning(env: Environment, declaration: ast.Declaration, over: Over): Over | undefined {
  const window =
    hasWindows(declaration) && declaration.grain.per?.text === over.window?.of ? over.window : undefined
  const puts = (over.puts ?? []).filter((put) => reads(env, declaration.name.text, put))
  if (!window && puts.length === 0) return undefined
  return { ...(window && { window }), ...(puts.length > 0 && { puts }) }
}

/** Whether a definition reads the value that is replaced: by itself or through others, but not through what replaces it. */
export function reads(
  env: Environment,
  name: string,
  { replaced, by }: Pick<Put, 'replaced' | 'by'>,
): boolean {
  const met = new Set([name])
  for (const one of met) {
    if (one === by) continue
    const declaration = env.declared.get(one)
    if (!declaration) continue
    const mentioned = mentionedIn(declaration)
    if (mentioned.has(replaced) && one !== replaced) return true
    for (const next of mentioned) if (env.declared.has(next)) met.add(next)
  }
  return false
}
