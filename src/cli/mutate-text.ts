import { formatDecimal } from '../base/decimal.ts'
import { fillWords } from '../base/fill-words.ts'
import type { Language } from '../base/language.ts'
import { printable } from '../base/render-frame.ts'
import type { Paint } from '../base/render-paint.ts'
import type { Mutant } from '../review/mutate/mutant.ts'
import type { MutantRun } from '../review/mutate/run-mutants.ts'
import { changeText, noticedBy } from '../review/mutate/sentences.ts'
import { whyText } from './accepted.ts'
import { type MutationReport, shareText } from './mutation-report.ts'
import type { Tested } from './tested-policy.ts'
import { mutateWords } from './words-mutate.ts'

type Survivor = Extract<MutantRun, { readonly is: 'survived' }>

/** For people: what no case would notice, clause by clause, and which case would; then how many were noticed. */
export function mutateText(report: MutationReport, tested: Tested, paint: Paint): string {
  const { language, files } = tested
  const unnoticed = report.runs.filter((run): run is Survivor => run.is === 'survived')
  const survivors = unnoticed.filter(({ mutant }) => !report.accepted.has(mutant.id))
  const accepted = unnoticed.flatMap(({ mutant }) => acceptedLines(mutant, report, language))
  const head =
    survivors.length === 0
      ? mutateWords.allNoticed[language]
      : fillWords(survivors.length === 1 ? mutateWords.headOne : mutateWords.head, language, {
          count: String(survivors.length),
        })
  const clauses = grouped(survivors).map(([, all]) => {
    const [first] = all
    if (!first) return ''
    const { clause, title, span } = first.mutant
    const name = title === undefined ? clause : `${title} (${clause})`
    const place = files.pathOf(span.source)
    // Where nothing of the clause is tested, saying so once is enough.
    const unread = first.read === 0 ? [`    ${paint('dim', mutateWords.unread[language])}`] : []
    return [
      `  ${paint('strong', printable(name))}  ${paint('dim', printable(place))}`,
      ...unread,
      ...all.flatMap((one) => survivorLines(one, language, paint)),
      '',
    ].join('\n')
  })
  return `${[paint(survivors.length === 0 ? 'strong' : 'warning', head), ...clauses, ...accepted.map((line) => paint('dim', line)), ...foot(report, language)].join('\n')}\n`
}

/** What is accepted is said with its reason, so that nobody forgets it. */
function acceptedLines(mutant: Mutant, { accepted }: MutationReport, language: Language): readonly string[] {
  const found = accepted.get(mutant.id)
  if (!found) return []
  const { title, clause } = mutant
  const words = {
    clause: title ?? clause,
    change: changeText(mutant, language),
    why: whyText(found, language),
  }
  return [printable(fillWords(mutateWords.accepted, language, words))]
}

function survivorLines({ mutant, read }: Survivor, language: Language, paint: Paint): readonly string[] {
  const change = printable(changeText(mutant, language))
  const line = fillWords(mutateWords.line, language, { line: String(mutant.line), change })
  const hint = fillWords(mutateWords.wouldNotice, language, { case: printable(noticedBy(mutant, language)) })
  return [`    ${line}`, ...(read === 0 ? [] : [`      ${paint('help', hint)}`])]
}

/** By the clause they are in, in the order in which these stand. */
function grouped(survivors: readonly Survivor[]): readonly (readonly [string, readonly Survivor[]])[] {
  const groups = new Map<string, Survivor[]>()
  for (const one of survivors) {
    const { clause } = one.mutant
    const own = groups.get(clause)
    if (own) own.push(one)
    else groups.set(clause, [one])
  }
  return [...groups]
}

function foot(report: MutationReport, language: Language): readonly string[] {
  const { runs, all, tried, killed, threshold, passes } = report
  const count = (is: MutantRun['is']) => runs.filter((run) => run.is === is).length
  const share = shareText(killed, tried)
  const score = fillWords(mutateWords.score, language, {
    killed: String(killed),
    tried: String(tried),
    share,
  })
  const below =
    passes || !threshold
      ? ''
      : (language === 'en' ? ', ' : '，') +
        fillWords(mutateWords.below, language, {
          threshold: `${formatDecimal(threshold.digits, threshold.scale)}%`,
        })
  const others = { refused: String(count('refused')), equivalent: String(count('equivalent')) }
  const more =
    count('refused') + count('equivalent') === 0 ? [] : [fillWords(mutateWords.notCounted, language, others)]
  const sampled =
    runs.length === all
      ? []
      : [fillWords(mutateWords.sampled, language, { count: String(runs.length), all: String(all) })]
  return [score + below, ...sampled, ...more]
}

/** All of it as data. Texts of changes stand in every language. */
export function mutateJson(report: MutationReport, { files, plan }: Tested): string {
  const { runs, all, tried, killed, accepted, passes } = report
  const data = {
    version: 1,
    policy: { id: plan.policy.id, title: plan.policy.title },
    changes: all,
    tried,
    noticed: killed,
    share: shareText(killed, tried),
    passes,
    mutants: runs.map((run) => {
      const { id, kind, change, clause, title, span, line, old, new: to } = run.mutant
      const why = run.is === 'survived' ? accepted.get(id) : undefined
      return {
        id,
        kind,
        change,
        clause,
        title,
        file: files.pathOf(span.source),
        line,
        old,
        new: to,
        says: {
          en: changeText(run.mutant, 'en'),
          'zh-Hans': changeText(run.mutant, 'zh-Hans'),
          'zh-Hant': changeText(run.mutant, 'zh-Hant'),
        },
        outcome: run.is,
        ...(run.is === 'killed' && {
          by: { case: run.by.name, file: run.by.place.file, line: run.by.place.line },
        }),
        ...(run.is === 'survived' && { read: run.read, noticedBy: noticedBy(run.mutant, 'en') }),
        ...(why && { accepted: { reason: why.reason, ...(why.by !== undefined && { by: why.by }) } }),
      }
    }),
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}
