import { reportBeginsWithin } from './report-begins-within.ts'
import { reportBeside } from './report-beside.ts'
import { reportClawbacks } from './report-clawbacks.ts'
import { reportCliffs } from './report-cliffs.ts'
import { reportLevels } from './report-levels.ts'
import { reportLimits } from './report-limits.ts'
import { reportNobody } from './report-nobody.ts'
import { reportPenalties } from './report-penalties.ts'
import { reportUnrounded } from './report-unrounded.ts'
import { reportUnused } from './report-unused.ts'
import type { Rule } from './rule.ts'

/** The findings that look at the whole program, one file each, in the order in which they are reported. */
export const rules: readonly Rule[] = [
  reportUnrounded,
  reportUnused,
  reportClawbacks,
  reportNobody,
  reportPenalties,
  reportBeginsWithin,
  reportBeside,
  reportCliffs,
  reportLimits,
  reportLevels,
]
