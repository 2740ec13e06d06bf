import type { Report } from '../base/diagnostic.ts'
import { sameData } from '../base/same-data.ts'
import { unreachable } from '../base/unreachable.ts'
import type * as ast from '../syntax/ast.ts'
import { checkDeclaration, checkInstance } from './check-declaration.ts'
import { longestCircle, references } from './circles.ts'
import type { Definition } from './clauses.ts'
import type { Environment, Nearest, Over } from './environment.ts'
import { concerning, instanceId } from './instances.ts'
import { type Asked, findsAgain, type Growing, growing, type Trace } from './trace.ts'

/** What an earlier check of the same world found out, by the names of the definitions. */
export type Traces = ReadonlyMap<string, Trace>

/** Suggestions for misspelt names: `left` says for how many there is time still. */
export type Suggestions = {
  readonly nearest: Nearest
  readonly left: () => number
  readonly take: (count: number) => void
}

export type Definitions = {
  readonly order: Definition[]
  readonly define: (env: Environment, name: string, from: ast.Name, over?: Over) => Definition | undefined
  readonly defined: (id: string) => Definition | undefined
  readonly reportCircles: (env: Environment) => void
  /** The definition that is being worked out notes here what it was told. */
  readonly top: () => Growing | undefined
  readonly traces: Traces
}

/**
 * Definitions are worked out when they are first asked for, so that order in the file does not matter. Of the `earlier`
 * ones those are taken that would be worked out from the same answers.
 */
export function definitions(
  declared: ReadonlyMap<string, ast.Declaration>,
  suggestions: Suggestions,
  earlier: Traces,
): Definitions {
  const done = new Map<string, Definition | undefined>()
  const open: string[] = []
  const order: Definition[] = []
  const told = new Set<string>()
  const stack: Growing[] = []
  const traces = new Map<string, Trace>()
  const top = () => stack.at(-1)
  /** What is wrong with a definition is so however it is read: each mistake is told once. */
  const once =
    (report: Report): Report =>
    (code, args, span, more) => {
      const now = top()
      if (now) now.said = true
      const key = `${code} ${span?.source} ${span?.from} ${span?.to}`
      if (told.has(key)) return
      told.add(key)
      report(code, args, span, more)
    }
  const referred = references()
  let cut = false
  let circular = false

  const define = (env: Environment, name: string, from: ast.Name, over?: Over): Definition | undefined => {
    const asking = top()
    const found = resolve(env, name, from, over)
    asking?.asked.push({ is: 'define', name, from, ...(over && { over }), found })
    return found
  }
  const resolve = (env: Environment, name: string, from: ast.Name, asked?: Over): Definition | undefined => {
    const put = asked?.puts?.findLast((one) => one.replaced === name)
    // What stands in its place is read as it stands: what it replaces is in it what it always was.
    if (put)
      return resolve(env, put.by, from, { ...asked, puts: asked?.puts?.filter((one) => one !== put) ?? [] })
    // Read otherwise, it depends on what is written there; else only on what comes of it.
    const declaration = asked ? env.declared.get(name) : declared.get(name)
    env.declared.has(name)
    if (declaration && !env.parts.has(name)) env.refer(from.span, { is: 'declared', name })
    const over = declaration && asked && concerning(env, declaration, asked)
    const id = over ? instanceId(name, over) : name
    const asking = open.at(-1)
    if (asking !== undefined) {
      env.used.add(name)
      env.used.add(id)
      referred.add(asking, id, from.span)
    }
    if (done.has(id)) return done.get(id)
    if (open.includes(id)) {
      circular = true
      return undefined
    }
    if (!declaration) return undefined
    if (open.length >= longestCircle) {
      if (!cut) env.report('BY406', { path: [...open.slice(0, 3), '…', name].join(' → ') }, from.span)
      cut = true
      return undefined
    }
    open.push(id)
    const known = earlier.get(id)
    const isKnown = known?.declaration === declaration && sameData(known.over, over)
    const trace = isKnown && holds(env, known) ? known : afresh(env, id, declaration, over, from)
    open.pop()
    const { definition } = trace
    traces.set(id, trace)
    done.set(id, definition)
    if (definition) order.push(definition)
    return definition
  }
  /** Whether a definition would be given the same answers. They are asked for in its order, as it would do itself. */
  const holds = (env: Environment, trace: Trace): boolean => {
    if (trace.said || trace.suggestions > suggestions.left() || !findsAgain(trace, declared)) return false
    if (trace.roles !== undefined && trace.roles !== rolesKey(env)) return false
    stack.push(growing())
    const same = trace.asked.every((asked) => answerTo(env, asked) === asked.found)
    stack.pop()
    if (same) suggestions.take(trace.suggestions)
    return same
  }
  const answerTo = (env: Environment, asked: Asked): Asked['found'] => {
    switch (asked.is) {
      case 'define':
        return resolve(env, asked.name, asked.from, asked.over)
      case 'defined':
        return done.get(asked.id)
      case 'windows':
        return env.windowsOf(asked.of, asked.window)
      default:
        return unreachable(asked)
    }
  }
  const afresh = (
    env: Environment,
    id: string,
    declaration: ast.Declaration,
    over: Over | undefined,
    from: ast.Name,
  ): Trace => {
    const now = growing()
    stack.push(now)
    const made = over
      ? checkInstance({ ...env, report: once(env.report) }, declaration, over, from)
      : checkDeclaration(env, declaration)
    stack.pop()
    const before = earlier.get(id)?.definition
    // What came out the same is the same: who reads it need not be worked out again.
    const definition = sameData(before, made) ? before : made
    const { said, broken, names, roles } = now
    return {
      declaration,
      ...(over && { over }),
      definition,
      said: said || broken,
      suggestions: now.suggestions,
      declared: now.declared,
      has: now.has,
      ...(names !== undefined && { names }),
      ...(roles !== undefined && { roles }),
      asked: now.asked,
      used: [...now.used],
      references: now.references,
    }
  }
  return {
    order,
    define,
    defined: (id) => {
      const found = done.get(id)
      top()?.asked.push({ is: 'defined', id, found })
      return found
    },
    reportCircles: (env) => circular && referred.reportCircles(env),
    top,
    traces,
  }
}

/** The roles that a policy knows, as one text. */
function rolesKey({ roles }: Pick<Environment, 'roles'>): string {
  return JSON.stringify(roles())
}
