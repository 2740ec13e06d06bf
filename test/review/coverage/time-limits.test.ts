import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/analyse.ts'
import { rowsFromObjects } from '../../../src/data/from-objects.ts'
import { runInMemory } from '../../../src/engines/memory.ts'
import { observe } from '../../../src/review/coverage/observe.ts'
import { missingText, pointName } from '../../../src/review/coverage/say.ts'
import { askedPeriod } from '../../../src/targets/evaluate/asked-period.ts'
import { yamlForm } from '../../../src/yaml-form/form.ts'
import { printYaml } from '../../../src/yaml-form/print-yaml.ts'
import { read } from './reading.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open; calendar office }
calendar office { zone Asia/Shanghai; days cn; hours 09:00 to 12:00, 13:30 to 18:00 }
record Ticket { id text key; opened time posting; answered time optional; urgent yes/no }
`
const answer = `sla answer "Answer" for each Ticket where urgent {
  start opened
  stop answered
  within 10 hours
  warn at 80%
  escalate to lead at warning
  escalate to clerk 1 hour before
  escalate to manager at breach
  escalate to director 2 working days after
}
`
const policy = read(head + answer)

/** What one ticket, opened on Tuesday 2026-03-10 at 09:00 and so due at 19:00, meets of warnings and escalations. */
function met(now: string | undefined, answered: string | null = null, urgent = true): readonly string[] {
  const { rows } = rowsFromObjects(policy.plan, {
    Ticket: [{ id: 'T', opened: '2026-03-10 09:00', answered, urgent }],
  })
  const asked = askedPeriod(policy.plan, rows, '2026-Q1')
  if (!asked) throw new Error('no such period')
  const { results } = runInMemory(
    policy.plan,
    rows,
    { from: asked.from, until: asked.until },
    now === undefined ? {} : { now: at(now) },
  )
  const counts = observe(policy.points, results)
  return policy.points.points.flatMap(({ id }, i) =>
    /:(?:warning|escalation)/u.test(id) && (counts[i] ?? 0) > 0 ? [id.replace('answer:', '')] : [],
  )
}

/** `2026-03-10 17:00:30` in Shanghai, as seconds: 8 hours before Greenwich all the year round. */
function at(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}${text.length === 16 ? ':00' : ''}+08:00`) / 1000
}

describe('the points of a time limit', () => {
  test('are its warning and each of its escalations, on their own lines: just before it, and just reached', () => {
    const own = policy.points.points.filter(({ id }) => /:(?:warning|escalation)/u.test(id))
    expect(own.map(({ id, place }) => `${id} ${place.line}`)).toEqual([
      'answer:warning:before 8',
      'answer:warning:reached 8',
      'answer:escalation:1:before 9',
      'answer:escalation:1:reached 9',
      'answer:escalation:2:before 10',
      'answer:escalation:2:reached 10',
      'answer:escalation:3:before 11',
      'answer:escalation:3:reached 11',
      'answer:escalation:4:before 12',
      'answer:escalation:4:reached 12',
    ])
    expect(own.every(({ owner }) => owner.id === 'answer')).toBe(true)
  })

  test('are none of a clause that neither warns nor escalates', () => {
    const plain = `sla plain for each Ticket { start opened; stop answered; within 10 hours }\n`
    const ids = read(head + plain).points.points.map(({ id }) => id)
    expect(ids.filter((id) => /warning|escalation/u.test(id))).toEqual([])
  })

  test('are said by the words of their lines, in three languages', () => {
    const said = (id: string) => {
      const point = policy.points.points.find((one) => one.id === `answer:${id}`)
      return point && [pointName(point, 'en'), missingText(point, 'en'), missingText(point, 'zh-Hans')]
    }
    expect(said('warning:before')).toEqual([
      'just before `warn at 80%`',
      'no case stands just before `warn at 80%`',
      '没有案例恰在“warn at 80%”之前',
    ])
    expect(said('escalation:4:reached')).toEqual([
      '`escalate to director 2 working days after` just reached',
      'no case has just reached `escalate to director 2 working days after`',
      '没有案例刚到“escalate to director 2 working days after”',
    ])
  })

  test('are the same of the YAML form', () => {
    const [file] = analyse([{ name: 'policy.bylaw', text: head + answer }]).program.files
    const yaml = file ? printYaml(file) : ''
    const ids = (text: string, name: string) => read(text, name, [yamlForm]).points.points.map(({ id }) => id)
    expect(ids(yaml, 'policy.bylaw.yaml').sort()).toEqual(policy.points.points.map(({ id }) => id).sort())
  })
})

describe('a case', () => {
  // 80% of 10 hours are 8: warned at 17:00, an hour before is 18:00, due at 19:00. What is due then is overdue a second later.
  // Two working days after are over at the closing of Thursday the 12th, 18:00.
  test.each([
    ['2026-03-10 16:58:59', []],
    ['2026-03-10 16:59:00', ['warning:before', 'escalation:1:before']],
    ['2026-03-10 16:59:59', ['warning:before', 'escalation:1:before']],
    ['2026-03-10 17:00:00', ['warning:reached', 'escalation:1:reached']],
    ['2026-03-10 17:00:59', ['warning:reached', 'escalation:1:reached']],
    ['2026-03-10 17:01:00', []],
    ['2026-03-10 17:59:00', ['escalation:2:before']],
    ['2026-03-10 18:00:00', ['escalation:2:reached']],
    ['2026-03-10 19:00:00', ['escalation:3:before']],
    ['2026-03-10 19:00:01', ['escalation:3:reached']],
    ['2026-03-10 19:01:00', ['escalation:3:reached']],
    ['2026-03-10 19:01:01', []],
    ['2026-03-12 18:00:00', ['escalation:4:before']],
    ['2026-03-12 18:01:00', ['escalation:4:reached']],
    ['2026-03-20 12:00:00', []],
  ])('at %s has come to %j', (now, points) => {
    expect(met(now)).toEqual(points)
  })

  test('that is done is looked at when it was done', () => {
    expect(met('2026-03-20 12:00', '2026-03-10 17:00')).toEqual(['warning:reached', 'escalation:1:reached'])
    expect(met('2026-03-20 12:00', '2026-03-10 19:00')).toEqual(['escalation:3:before'])
    expect(met(undefined, '2026-03-10 16:59:30')).toEqual(['warning:before', 'escalation:1:before'])
  })

  test('that is not told what time it is, or that the limit is not for, comes to none of them', () => {
    expect(met(undefined)).toEqual([])
    expect(met('2026-03-10 17:00', null, false)).toEqual([])
  })
})
