import type { Language } from '../../base/language.ts'
import type { Value } from '../evaluate/value.ts'
import { type Answer, type AnswerReason, type DecisionExplanation, reasonLine } from './answer.ts'
import type { RequestProblem } from './problem.ts'

/** A request that says something that cannot be meant is not decided at all, whatever depends on it. */
export class Refused<Results> implements Answer<Results> {
  readonly problems: readonly AnswerReason[]

  constructor(problems: readonly RequestProblem[]) {
    this.problems = problems.map(reasonOf)
  }

  get values(): ReadonlyMap<string, Value> {
    return new Map()
  }

  get state(): 'undecided' {
    return 'undecided'
  }

  get results(): Partial<Results> {
    return {}
  }

  get reason(): AnswerReason | undefined {
    return this.problems[0]
  }

  get reasons(): { readonly [name: string]: AnswerReason } {
    return {}
  }

  get row(): undefined {
    return undefined
  }

  explain(): DecisionExplanation {
    return {
      row: undefined,
      failed: [],
      tree: undefined,
      text: (language) => problemText(this.problems, language),
    }
  }
}

export function reasonOf({ path, code, args }: RequestProblem): AnswerReason {
  return { state: 'undecided', code, args, ...(path !== '' && { path }) }
}

function problemText(problems: readonly AnswerReason[], language: Language): string {
  return problems.map((problem) => `${reasonLine(problem, language)}\n`).join('')
}
