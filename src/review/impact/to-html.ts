import { colon } from '../../base/render-words.ts'
import { curveTexts } from '../charts/curve-texts.ts'
import { histogramOf } from '../charts/histogram.ts'
import { compareDecimals, isZero, minus } from './amount.ts'
import { type Bar, barsChart } from './chart-bars.ts'
import { curveChart } from './chart-curve.ts'
import { distributionChart } from './chart-distribution.ts'
import type { GateResult } from './gates.ts'
import { style, styleHash } from './html-style.ts'
import type { CurvePair, Impact } from './impact.ts'
import { headlines, type Section, sectionsOf } from './sections.ts'
import { escaped } from './svg.ts'
import { personText, signedText, type Telling, versionsText, versionText } from './told.ts'
import { say, words } from './words.ts'

/** Rows of one table; beyond them the rest is counted. */
const mostRows = 2000
const mostBars = 10

/**
 * The report as one page by itself: no script, nothing from elsewhere, light and dark, from the width of a phone up. Each
 * chart has its numbers in a table beside it.
 */
export function impactHtml(impact: Impact, gates: readonly GateResult[], telling: Telling): string {
  const { language } = telling
  const title = `${say(words.impact, language)}${colon(language)}${impact.policy} · ${impact.period}`
  const versions = versionsText(impact, telling)
  const lines = headlines(impact, telling)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="soft">${escaped(versions)}</p>
${lines.map((line, i) => `<p${i === 0 ? ' class="head"' : ''}>${escaped(line)}</p>`).join('\n')}
${gates.map((gate) => gateHtml(gate, telling)).join('\n')}
${charts(impact, telling)}
${sectionsOf(impact, telling, mostRows)
  .map((section) => sectionHtml(section, telling))
  .join('\n')}
${telling.names ? '' : `<p class="soft">${escaped(say(words.redacted, language))}</p>`}
</main>
</body>
</html>
`
}

function gateHtml(gate: GateResult, telling: Telling): string {
  const verdict = say(gate.passed ? words.passed : words.failed, telling.language)
  const kind = gate.passed ? 'passed' : 'failed'
  return `<p class="${kind}">${escaped([gate.gate, verdict, gate.why(telling)].join(colon(telling.language)))}</p>`
}

function sectionHtml(section: Section, { language }: Telling): string {
  const note = section.note === undefined ? '' : `<p class="soft">${escaped(section.note)}</p>`
  return `<h2>${escaped(section.heading)}</h2>\n${note}\n${tableHtml(section, language)}`
}

function tableHtml(
  { heading, columns, rows, total }: Omit<Section, 'id' | 'note'>,
  language: Telling['language'],
): string {
  const cell = (tag: 'th' | 'td', text: string, i: number): string => {
    const scope = tag === 'th' ? ' scope="col"' : ''
    const kind = columns[i]?.numeric ? ' class="number"' : ''
    return `<${tag}${scope}${kind}>${escaped(text)}</${tag}>`
  }
  const left = total - Math.min(rows.length, mostRows)
  const head = columns.map((column, i) => cell('th', column.heading, i)).join('')
  const named = columns.some((column) => column.heading !== '')
  return [
    `<div class="table" role="region" tabindex="0" aria-label="${escaped(heading)}"><table>`,
    ...(named ? [`<thead><tr>${head}</tr></thead>`] : []),
    `<tbody>${rows
      .slice(0, mostRows)
      .map((row) => `<tr>${row.map((text, i) => cell('td', text, i)).join('')}</tr>`)
      .join('\n')}</tbody>`,
    '</table></div>',
    ...(left > 0
      ? [`<p class="soft">${escaped(say(words.leftOut, language, { n: String(left) }))}</p>`]
      : []),
  ].join('\n')
}

function charts(impact: Impact, telling: Telling): string {
  const found = [
    ...impact.totals.flatMap(({ currency }) => [
      distribution(impact, currency, telling),
      winners(impact, currency, telling),
    ]),
    ...impact.curves.map((pair, i) => curve(impact, pair, i, telling)),
  ].filter((html) => html !== '')
  return found.length === 0 ? '' : `<div class="charts">\n${found.join('\n')}\n</div>`
}

function figure(
  heading: string,
  svg: string,
  table: Pick<Section, 'columns' | 'rows'>,
  { language }: Telling,
): string {
  const numbers = tableHtml({ heading, ...table, total: table.rows.length }, language)
  return `<figure>\n<h3>${escaped(heading)}</h3>\n${svg}\n<details><summary>${escaped(say(words.asTable, language))}</summary>\n${numbers}\n</details>\n</figure>`
}

const text = (heading: string) => ({ heading, numeric: false })
const number = (heading: string) => ({ heading, numeric: true })

function distribution(impact: Impact, currency: string, telling: Telling): string {
  const { language } = telling
  const changes = impact.people.flatMap((one) =>
    one.currency === currency ? [minus(one.after, one.before)] : [],
  )
  const bins = histogramOf([changes.filter(({ digits }) => digits !== 0n)])
  if (bins.length === 0) return ''
  const gain = changes.filter(({ digits }) => digits > 0n).length
  const lose = changes.filter(({ digits }) => digits < 0n).length
  const title = `${say(words.distribution, language)}${inBrackets(currency, language)}`
  const desc = say(words.distributionTold, language, { gain: String(gain), lose: String(lose) })
  const svg = distributionChart(`distribution-${idOf(currency)}`, { title, desc, language }, bins)
  const rows = bins
    .filter(({ counts: [count = 0] }) => count > 0)
    .map(({ from, until, counts }) => [
      signedText(from, currency),
      signedText(until, currency),
      String(counts[0]),
    ])
  const columns = [
    number(say(words.fromAmount, language)),
    number(say(words.underAmount, language)),
    number(say(words.peopleCount, language)),
  ]
  return figure(title, svg, { columns, rows }, telling)
}

function winners(impact: Impact, currency: string, telling: Telling): string {
  const { language } = telling
  const all = impact.people
    .filter((one) => one.currency === currency)
    .map((one): Bar & { readonly text: string } => {
      const change = minus(one.after, one.before)
      return { label: personText(one.person, telling), change, text: signedText(change, currency) }
    })
    .filter(({ change }) => !isZero(change))
    .toSorted((a, b) => compareDecimals(b.change, a.change))
  if (all.length === 0) return ''
  const gains = all.filter(({ change }) => change.digits > 0n).slice(0, mostBars)
  const losses = all.filter(({ change }) => change.digits < 0n).slice(-mostBars)
  const bars = [...gains, ...losses]
  const title = `${say(words.winners, language)}${inBrackets(currency, language)}`
  const desc = bars.map(({ label, text: shown }) => `${label} ${shown}`).join(language === 'en' ? ', ' : '，')
  const svg = barsChart(`winners-${idOf(currency)}`, { title, desc }, bars)
  const columns = [text(say(words.person, language)), number(say(words.change, language))]
  const rows = bars.map(({ label, text: shown }) => [label, shown])
  return figure(title, svg, { columns, rows }, telling)
}

function curve(impact: Impact, pair: CurvePair, index: number, telling: Telling): string {
  const { language } = telling
  const title = say(words.curve, language, { clause: pair.clause.title })
  const desc = say(pair.perBase ? words.curveShare : words.curveTold, language, {
    n: String(pair.people.length),
  })
  const told = {
    title,
    desc,
    language,
    before: versionText(impact.before, telling),
    after: versionText(impact.after, telling),
  }
  const svg = curveChart(`curve-${index}`, told, pair)
  const { x, y } = curveTexts(pair)
  const columns = [
    text(say(words.person, language)),
    number(say(words.measured, language)),
    number(say(words.before, language)),
    number(say(words.after, language)),
  ]
  const rows = pair.people.map(({ person, before, after }) => [
    personText(person, telling),
    x(after ?? before),
    y(before),
    y(after),
  ])
  return figure(title, svg, { columns, rows }, telling)
}

function inBrackets(currency: string, language: Telling['language']): string {
  if (currency === '') return ''
  return language === 'en' ? ` (${currency})` : `（${currency}）`
}

function idOf(currency: string): string {
  return currency.replace(/[^A-Za-z]/gu, '') || 'amount'
}
