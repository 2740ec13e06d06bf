import { describe, expect, test } from 'vitest'
import { findings } from '../run-policy.ts'

const head = `policy p { language en; currency CNY; effective from 2026-01-01 until open }
record Team { id text key; lead Rep optional }
record Rep { id text key; team Team; hired date }
record Order { id text key; rep Rep; signed date posting; amount money up to 1亿 }
`

describe('whom a result belongs to is said where it means something', () => {
  const steps = '{\n  start 5 CNY\n  round 0.01 half-up\n}'
  test.each([
    `commission pay for Team to lead per quarter ${steps}`,
    `commission pay for Rep posting hired per quarter ${steps}`,
    `value x for each Order to rep = amount\ncommission pay for Rep per quarter {\n  start sum(Order.x)\n  round 0.01 half-up\n}`,
    `commission deal for each Order to rep ${steps}\npayout all for Rep to team per quarter {\n  add deal\n}`,
  ])('else it is an error: %s', (text) => {
    expect(findings(`${head}${text}\n`).filter((code) => code === 'BY490')).toHaveLength(1)
  })

  test('and of a row it is heard', () => {
    const text = `${head}commission deal for each Order to rep posting signed ${steps}\n`
    expect(findings(text)).not.toContain('BY490')
  })

  test.each(['as of first day', 'as of last day', 'averaged by days'])('a row has no %s', (day) => {
    expect(findings(`${head}commission deal for each Order to rep ${day} ${steps}\n`)).toContain('BY491')
  })
})
