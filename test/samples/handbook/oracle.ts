import { workOutConduct } from './conduct.ts'
import { collect } from './credit.ts'
import { readHandbook } from './records.ts'
import type { Known } from './scorecards.ts'
import { quotas, type Targets, workOutTargets } from './targets.ts'
import { workOutTraining } from './training.ts'

/**
 * What the handbook pays, worked out by hand-written code that shares nothing with the language: whole numbers and
 * fractions over the CSV files, an article or a group of articles to a file.
 */
export function workOutHandbook(folder: string): Known & { readonly targets: Targets } {
  const data = readHandbook(folder)
  const targets = workOutTargets(data)
  return {
    data,
    targets,
    quota: quotas(data, targets),
    collected: collect(data),
    conduct: workOutConduct(data),
    training: workOutTraining(data),
  }
}
