import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { formatDay, parseDay } from '../base/day.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Plan } from '../plan/plan.ts'
import { type Balance, openingOf } from '../targets/evaluate/balances.ts'
import type { Opening } from '../targets/evaluate/engine.ts'
import type { Io } from './io.ts'
import { reasonOf, showPath } from './read-policy.ts'
import { usageFinding } from './usage.ts'

type Read =
  | { readonly ok: true; readonly opening: Opening }
  | { readonly ok: false; readonly found: Diagnostic }

/** The balances in a results file of the period before. `from` is the first day of the run that begins with them. */
export async function readPrevious(written: string, plan: Plan, from: number, io: Io): Promise<Read> {
  const path = resolve(io.cwd, written)
  const shown = showPath(path, io.cwd)
  let data: unknown
  try {
    data = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/u, ''))
  } catch (error) {
    return { ok: false, found: usageFinding('BY923', { path: shown, reason: reasonOf(error) }) }
  }
  const changes = whatIfIn(data)
  if (changes !== undefined) return { ok: false, found: usageFinding('BY975', { path: shown, changes }) }
  const policy = idOf(data)
  const balances = policy === undefined ? undefined : balancesIn(data, 'balances')
  const history = policy === undefined ? undefined : balancesIn(data, 'history')
  if (balances === undefined || history === undefined || !hasOneDay(balances))
    return {
      ok: false,
      found: usageFinding('BY923', { path: shown, reason: '"version": 1, "balances": […]' }),
    }
  if (policy !== plan.policy.id)
    return {
      ok: false,
      found: usageFinding('BY924', { path: shown, found: policy ?? '', policy: plan.policy.id }),
    }
  const carriers = new Set(plan.columns.flatMap(({ id, recurrence }) => (recurrence === id ? [id] : [])))
  const stray = balances.find(({ of }) => !carriers.has(of))
  if (stray) return { ok: false, found: usageFinding('BY926', { path: shown, name: stray.of }) }
  const late = [...balances, ...history].find(({ until }) => until >= from)
  if (late) {
    const days = { path: shown, until: formatDay(late.until), from: formatDay(from) }
    return { ok: false, found: usageFinding('BY925', days) }
  }
  return { ok: true, opening: openingOf(balances, history) }
}

function isObject(data: unknown): data is { readonly [key: string]: unknown } {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

/** Of the results of a what-if: what was different. */
function whatIfIn(data: unknown): string | undefined {
  if (!isObject(data) || !Array.isArray(data.whatIf)) return undefined
  const all = data.whatIf.map((one: unknown) => (isObject(one) ? `${one.name} = ${one.value}` : ''))
  return all.join(', ').slice(0, 200)
}

function idOf(data: unknown): string | undefined {
  const policy = isObject(data) && data.version === 1 ? data.policy : undefined
  return isObject(policy) && typeof policy.id === 'string' ? policy.id : undefined
}

/** A results file of an earlier release has no history. */
function balancesIn(data: unknown, key: 'balances' | 'history'): readonly Balance[] | undefined {
  const list: unknown = isObject(data) ? (data[key] ?? (key === 'history' ? [] : undefined)) : undefined
  if (!Array.isArray(list)) return undefined
  const found = list.flatMap((item) => balanceOf(item) ?? [])
  return found.length === list.length ? found : undefined
}

/** What one thing stood at was at the end of one period. */
function hasOneDay(balances: readonly Balance[]): boolean {
  const untils = new Map(balances.map(({ of, until }) => [of, until]))
  return balances.every(({ of, until }) => untils.get(of) === until)
}

function balanceOf(item: unknown): Balance | undefined {
  if (!isObject(item)) return undefined
  const { of, subject, value } = item
  const until = typeof item.until === 'string' ? parseDay(item.until) : undefined
  if (typeof of !== 'string' || typeof subject !== 'string' || until === undefined) return undefined
  return typeof value === 'string' || value === null ? { of, subject, until, value } : undefined
}
