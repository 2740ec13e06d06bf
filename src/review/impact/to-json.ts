import { messageOf } from '../../base/render.ts'
import type { Named, ResultLine } from '../../targets/evaluate/results.ts'
import { shownValue } from '../../targets/evaluate/shown.ts'
import type { Value } from '../../targets/evaluate/value.ts'
import { exact, minus } from './amount.ts'
import type { Where } from './edit.ts'
import type { GateResult } from './gates.ts'
import type { Change, Impact, LineChange, Person } from './impact.ts'
import { changesNothing } from './sections.ts'
import { personOfKey, redactor, type Telling, whyText } from './told.ts'

/**
 * The report for programs: amounts are exact decimals as texts. `version` changes when a reader of it would break.
 * Whoever is left unnamed has a number alone.
 */
export function impactJson(impact: Impact, gates: readonly GateResult[], telling: Telling): string {
  const { language, names } = telling
  const redact = redactor(impact, telling)
  const person = (of: Person | undefined) => of && { number: of.number, ...(names && named(of.named)) }
  const change = ({ before, after }: Change) => ({
    before: exact(before),
    after: exact(after),
    change: exact(minus(after, before)),
  })
  const line = (of: LineChange) => {
    return {
      clause: of.clause.id,
      person: person(of.subject),
      row: of.item && (names ? named(of.item) : { record: of.item.record }),
      period: of.period,
      before: of.before && value(of.before),
      after: of.after && value(of.after),
    }
  }
  const group = (name: string): string => {
    const of = impact.groups?.arePeople && !names ? personOfKey(impact, name) : undefined
    return of ? `#${of.number}` : redact(name)
  }
  // As explanations carry values: numbers as exact decimals, reasons by their codes.
  const data = (of: Value) => {
    const shown = shownValue(of)
    const who = of.is === 'ref' && !names ? personOfKey(impact, of.text) : undefined
    if (who) return { is: 'ref', person: { number: who.number } }
    return 'text' in shown && shown.is !== 'number' ? { ...shown, text: redact(shown.text) } : shown
  }
  const value = ({ value: is, also }: ResultLine) => ({
    ...data(is),
    also: also.map((one) => ({ label: one.label, ...data(one.value) })),
  })
  const report = {
    version: 1,
    before: impact.before,
    after: impact.after,
    policy: impact.policy,
    period: impact.period,
    changes: !changesNothing(impact),
    compared: impact.compared,
    totals: impact.totals.map((total) => ({
      currency: total.currency,
      ...change(total),
      gain: total.gain,
      gained: exact(total.gained),
      lose: total.lose,
      lost: exact(total.lost),
    })),
    steps: impact.steps.map((step) => ({
      settings: step.settings || undefined,
      edits: step.edits.map((edit) => ({
        is: edit.is,
        kind: edit.kind,
        name: edit.name,
        text: redact(edit.text(language)),
        before: edit.before && placeOf(edit.before),
        after: edit.after && placeOf(edit.after),
      })),
      changes: step.changes.map(({ currency, change: by }) => ({ currency, change: exact(by) })),
      people: step.people,
      lines: step.lines,
    })),
    people: impact.people.map((one) => ({
      person: person(one.person),
      group: one.group === undefined ? undefined : group(one.group),
      currency: one.currency,
      ...change(one),
      steps: one.steps.map(exact),
      clauses: one.clauses.map(({ clause, change: by }) => ({ clause: clause.id, change: exact(by) })),
    })),
    groups: impact.groups && {
      by: impact.groups.by,
      chosen: impact.groups.chosen,
      rows: impact.groups.rows.map((row) => ({
        name: row.person && !names ? `#${row.person.number}` : redact(row.name),
        currency: row.currency,
        ...change(row),
        people: row.people,
        changed: row.changed,
      })),
    },
    clauses: impact.clauses.map((one) => ({
      clause: one.clause.id,
      title: one.clause.title,
      currency: one.currency,
      ...change(one),
      people: one.people,
      listed: one.listed,
    })),
    results: impact.results.map(line),
    held: impact.held.map((one) => ({ ...line(one), code: one.why.code, reason: whyText(one.why, telling) })),
    decided: impact.decided.map(line),
    findings: {
      added: impact.findings.added.map((one) => ({ code: one.code, message: messageOf(one, language) })),
      gone: impact.findings.gone.map((one) => ({ code: one.code, message: messageOf(one, language) })),
    },
    cliffs: impact.cliffs.map((one) => ({ ...one, clause: one.clause.id, person: person(one.person) })),
    declared: {
      added: impact.declared.added.map(({ id }) => id),
      removed: impact.declared.removed.map(({ id }) => id),
      renamed: impact.declared.renamed.map(({ from, to }) => ({ from: from.id, to: to.id })),
    },
    unplaced: impact.unplaced,
    gates: gates.map((one) => ({ gate: one.gate, passed: one.passed, why: one.why(telling) })),
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function named({ record, key, label }: Named) {
  return { record, key, name: label }
}

function placeOf({ file, line }: Where): { readonly file: string; readonly line: number } {
  return { file, line }
}
