import { rowsFromObjects } from '../../data/from-objects.ts'
import type { Loaded } from '../../data/read-rows.ts'
import type { Plan } from '../../plan/plan.ts'
import { type Model, modelOf } from '../../targets/evaluate/engine.ts'
import type { Results } from '../../targets/evaluate/evaluate.ts'
import type { Vector } from '../../targets/evaluate/vector.ts'
import type { Case } from '../cases/case.ts'
import { type CaseInput, judged, ranFor } from '../cases/run-case.ts'
import { type Named, namedIn } from './plan-of-cases.ts'

/** A case that passes before any change, with all that it came to. */
export type Standing = {
  readonly of: Case
  readonly input: CaseInput
  readonly loaded: Loaded
  readonly results: Results
  /** What it looks at. The very same for cases that look at the same. */
  readonly looks: Named
}

/** Runs each case on the whole plan; gives it where it passes, else undefined. */
export function* standingCases(
  plan: Plan,
  cases: readonly Case[],
  inputs: ReadonlyMap<Case, CaseInput>,
): Generator<Standing | undefined> {
  const model = modelOf(plan)
  const shared = sharing()
  const known = new Map<string, Named>()
  for (const one of cases) {
    const input = inputs.get(one) ?? {}
    const loaded = input.loaded ?? rowsFromObjects(plan, one.given)
    const { results, lines } = ranFor(plan, one, loaded)
    if (!judged(one, input, loaded, results, lines).passed) {
      yield undefined
      continue
    }
    const own = namedIn(one)
    const key = JSON.stringify([own.alone, ...[...own.names].sort()])
    const looks = known.get(key) ?? own
    known.set(key, looks)
    yield { of: one, input, loaded, results: kept(results, model, shared), looks }
  }
}

/** What of a run later ones begin with. Most columns have the same few values in most cases: these are kept once. */
function kept(results: Results, model: Model, share: (vector: Vector) => Vector): Results {
  const { engine } = results
  const columns = new Map([...engine.columns].map(([id, vector]) => [id, share(vector)]))
  const blank = { aggregates: new Map(), groupings: new Map(), inForce: new Map() }
  return { ...results, engine: { ...engine, ...blank, model, columns } }
}

function sharing(): (vector: Vector) => Vector {
  const known = new Map<string, Vector>()
  return (vector) => {
    if (vector.values.length > 8) return vector
    const values = vector.is === 'text' ? JSON.stringify(vector.values) : vector.values.join(' ')
    const key = `${vector.is} ${values} ${vector.states?.join(' ') ?? ''}`
    const found = known.get(key) ?? vector
    known.set(key, found)
    return found
  }
}
