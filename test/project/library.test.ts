import { describe, expect, test } from 'vitest'
import {
  compile,
  evaluate,
  explain,
  lines,
  parsePeriod,
  plain,
  printExplanation,
  renderPretty,
  rowsFromObjects,
} from '../../src/index.ts'

const policy = {
  name: 'pay.bylaw',
  text: `policy pay {
  language en
  currency CNY
  effective from 2026-01-01 until open
}

record Rep {
  id text key
}

record Deal {
  id text key
  rep Rep
  closed date posting
  amount money
}

commission flat for Rep per quarter {
  rate 3% of sum(Deal.amount)
  round 0.01 half-up
}
`,
}

describe('the library', () => {
  test('pays and explains without a file or a terminal', () => {
    const { plan, diagnostics } = compile([policy])
    expect(diagnostics).toEqual([])
    if (!plan) throw new Error('no plan')
    const { rows, problems } = rowsFromObjects(plan, {
      Rep: [{ id: 'R-1' }],
      Deal: [
        { id: 'D-1', rep: 'R-1', closed: '2026-07-01', amount: '1000.10' },
        { id: 'D-2', rep: 'R-1', closed: '2026-09-30', amount: '500.05' },
        { id: 'D-3', rep: 'R-1', closed: '2026-10-01', amount: '9999.99' },
      ],
    })
    expect(problems).toEqual([])
    const [period] = plan.periods.flatMap((kind) => parsePeriod(kind, '2026-Q3') ?? [])
    if (!period) throw new Error('no period')
    const span = { from: period.start, until: period.end - 1 }
    const results = evaluate(plan, rows, { span })
    const [line] = lines(results, span)
    // 1,500.15 × 3 % = 45.0045
    expect(line?.value).toMatchObject({ is: 'number', digits: 4500n, scale: 2, currency: 'CNY' })
    const explanation = explain(results, { output: 'flat', subjectRow: 0, period })
    expect(explanation && printExplanation(explanation, 'zh-Hans')).toContain('1,500.15')
  })

  test('says what is wrong with a policy as text for people', () => {
    const broken = { ...policy, text: policy.text.replace('rate 3%', 'rate 3% %') }
    const { plan, diagnostics } = compile([broken])
    expect(plan).toBeUndefined()
    expect(renderPretty(diagnostics, [broken], { language: 'en', paint: plain })).toContain('pay.bylaw:19:')
  })
})
