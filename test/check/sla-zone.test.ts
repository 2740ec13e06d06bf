import { expect, test } from 'vitest'
import { findings } from '../run-policy.ts'

/** A time limit on plain days that counts by a calendar of its own. */
const policy = (
  calendar: string,
) => `policy p { language en; currency EUR; effective from 2026-01-01 until open${calendar} }
calendar office { zone Europe/Berlin; days Monday to Friday; hours 09:00 to 17:00 }
record Inquiry { id text key; noticed date posting; answered date optional }
sla answer "Answer" for each Inquiry {
  start noticed
  stop answered
  within 5 working days
  calendar office
}
`

test('the calendar of a time limit alone does not say where the days of the policy are', () => {
  expect(findings(policy(''))).toEqual(['BY325'])
  expect(findings(policy('; calendar office'))).toEqual([])
})
