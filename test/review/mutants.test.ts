import { describe, expect, test } from 'vitest'
import { compile, compileProgram } from '../../src/compile.ts'
import { type Mutant, mutantKinds } from '../../src/review/mutate/mutant.ts'
import { mutantsOf } from '../../src/review/mutate/mutants.ts'
import { changeText } from '../../src/review/mutate/sentences.ts'

const head = `policy p {
  language en
  currency CNY
  effective from 2026-01-01 until open
  calendar cn
}
record Team { id text key }
record Rep { id text key
team Team
level one of junior, senior
quota money }
record Order { id text key
rep Rep
signed date posting
amount money
discount percent
visits count from 0 up to 1000 }
value sold for Rep per quarter = sum(Order.amount)
value share for Rep where quota > 0 CNY per quarter = sold / quota
`

/** The changes of a text that stand behind the head, and each one's plan. */
function changes(text: string): {
  mutants: readonly Mutant[]
  says: readonly string[]
  sound: readonly string[]
} {
  const sources = [{ name: 'p.bylaw', text: head + text }]
  const { program, plan, diagnostics } = compile(sources)
  expect(plan, JSON.stringify(diagnostics)).toBeDefined()
  const mutants = mutantsOf(program, sources).filter(({ span }) => span.from >= head.length)
  const says = mutants.map((one) => `${one.kind}: ${changeText(one, 'en')}`)
  const sound = mutants.flatMap((one, i) => {
    const next = compileProgram(one.program(), sources).plan
    return next ? [says[i] ?? ''] : []
  })
  return { mutants, says, sound }
}

describe('changes of numbers', () => {
  test('a rate goes up and down by a hundredth of a percent, money by a cent, a number by its last place', () => {
    const { sound } = changes(`commission pay for Rep per quarter {
  rate 6% of sold
  plus 200 CNY
  times 1.2
  round 0.01 half-up
}`)
    const rates = sound.filter((one) => one.startsWith('rate'))
    expect(rates).toEqual([
      'rate: 6% → 6.01%',
      'rate: 6% → 5.99%',
      'rate: 200 CNY → 200.01 CNY',
      'rate: 200 CNY → 199.99 CNY',
      'rate: 1.2 → 1.3',
      'rate: 1.2 → 1.1',
    ])
  })

  test('Chinese spellings keep their unit, and what they multiply is written out', () => {
    const { says } = changes(`parameter a = 20万元
parameter b = 3‰
parameter c = 85折
parameter d = 8折`)
    expect(says).toEqual([
      'rate: 20万元 → 200000.01元',
      'rate: 20万元 → 199999.99元',
      'rate: 3‰ → 3.1‰',
      'rate: 3‰ → 2.9‰',
      'rate: 85折 → 86折',
      'rate: 85折 → 84折',
      'rate: 8折 → 8.1折',
      'rate: 8折 → 7.9折',
    ])
  })

  test('nothing goes below zero', () => {
    expect(changes('parameter a = 0%').says).toEqual(['rate: 0% → 0.01%'])
  })

  test('parameters with dates have their days moved for both rows that meet there', () => {
    const { sound } = changes(`parameter a {
  | from       | until      | value |
  | 2026-01-01 | 2026-06-30 | 1%    |
  | 2026-07-01 | open       | 2%    |
}`)
    expect(sound.filter((one) => one.startsWith('time'))).toEqual([
      'time: 2026-06-30 → 2026-07-01',
      'time: 2026-06-30 → 2026-06-29',
    ])
  })
})

describe('changes of boundaries', () => {
  test('tiers: each row’s beginning by a step; who has the boundary itself only where that changes what is paid', () => {
    const { sound } = changes(`commission pay for Rep per quarter {
  tiers marginal of sold by share {
    | from | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
  }
  round 0.01 half-up
}`)
    expect(sound.filter((one) => one.startsWith('boundary'))).toEqual([
      'boundary: 80% → 80.01%',
      'boundary: 80% → 79.99%',
    ])
    expect(sound.filter((one) => one.startsWith('mode'))).toEqual([
      'mode: tiers marginal → tiers whole',
      'mode: tiers marginal → tiers linear',
    ])
  })

  test('tiers of the whole: also from for over', () => {
    const { sound } = changes(`commission pay for Rep per quarter {
  tiers whole of sold by share {
    | over | rate |
    | 0%   | 1%   |
    | 80%  | 2%   |
  }
  round 0.01 half-up
}`)
    expect(sound).toContain('boundary: over → from')
  })

  test('a proved table: the ends that meet move together, so that no gap is left, and change sides', () => {
    const { sound } = changes(`table t unique {
  | discount             | => rate |
  | up to 5%             | 1%      |
  | over 5% up to 12.5%  | 2%      |
  | over 12.5%           | 3%      |
}
commission pay for each Order to rep {
  rate t(discount) of amount
  round 0.01 half-up
}`)
    expect(sound.filter((one) => one.startsWith('boundary'))).toEqual([
      'boundary: 5% → 5.01%',
      'boundary: 5% → 4.99%',
      'boundary: ≤ 5% → < 5%',
      'boundary: 12.5% → 12.51%',
      'boundary: 12.5% → 12.49%',
      'boundary: ≤ 12.5% → < 12.5%',
    ])
  })

  test('ranges of counts written with dots move together too', () => {
    const { sound } = changes(`table t unique {
  | visits | => pays |
  | <= 3   | 10 CNY  |
  | 4..9   | 20 CNY  |
  | >= 10  | 30 CNY  |
}
commission pay for each Order to rep {
  start t(visits)
  round 0.01 half-up
}`)
    expect(sound).toContain('boundary: 3 → 4')
    expect(sound).toContain('boundary: 3 → 2')
  })

  test('a test in an expression: the number by a step, and the comparison', () => {
    const { sound } = changes(`commission pay for Rep per quarter {
  gate share >= 40%
  rate 1% of sold
  round 0.01 half-up
}`)
    expect(sound).toContain('boundary: 40% → 40.01%')
    expect(sound).toContain('boundary: 40% → 39.99%')
    expect(sound).toContain('comparison: share >= 40% → share > 40%')
    expect(sound).toContain('step: without gate share >= 40%')
  })
})

describe('changes of steps', () => {
  test('caps and floors go, and what they carry changes', () => {
    const { sound } = changes(`commission pay for Rep per quarter {
  rate 1% of sold
  cap 1_000 CNY lost
  floor 10 CNY
  round 0.01 half-up
}`)
    expect(sound.filter((one) => one.startsWith('step'))).toEqual([
      'step: without cap 1_000 CNY lost',
      'step: lost → carried',
      'step: without floor 10 CNY',
      'step: floor 10 CNY → floor 10 CNY carried',
    ])
  })

  test('a rounding has another mode, and a step ten times as wide', () => {
    const { says } = changes(`commission pay for Rep per quarter {
  rate 1% of sold
  round 0.01 half-up
}`)
    expect(says.filter((one) => one.startsWith('rounding'))).toEqual([
      'rounding: 0.01 half-up → 0.01 half-even',
      'rounding: 0.01 half-up → 0.01 down',
      'rounding: 0.01 half-up → 0.01 up',
      'rounding: 0.01 half-up → 0.1 half-up',
      'rounding: 0.01 half-up → 0.001 half-up',
    ])
  })

  test('what a payout adds is left out, one clause at a time', () => {
    const { sound } = changes(`commission one for Rep per quarter {
  rate 1% of sold
  round 0.01 half-up
}
commission two for Rep per quarter {
  rate 2% of sold
  round 0.01 half-up
}
payout total for Rep per quarter {
  add one, two
}`)
    expect(sound).toContain('step: without add one')
    expect(sound).toContain('step: without add two')
  })

  test('and for or, a condition that goes, plus for minus, larger for smaller', () => {
    const { sound } = changes(`value v for Rep per quarter =
  if share > 50% and share < 90% then sold + 1 CNY else larger of sold, 5 CNY
value w for Rep per quarter = sum(Order.amount where visits > 3)`)
    expect(sound).toContain('logic: share > 50% and share < 90% → share > 50% or share < 90%')
    expect(sound).toContain('formula: sold + 1 CNY → sold - 1 CNY')
    expect(sound).toContain('formula: larger of sold, 5 CNY → smaller of sold, 5 CNY')
    expect(sound).toContain('logic: without the condition visits > 3')
  })
})

describe('changes of other clauses', () => {
  test('weights that make up 100 % change in pairs', () => {
    const { sound } = changes(`scorecard kpi for Rep where quota > 0 CNY per quarter {
  indicator a weight 70% {
    actual sold
    target quota
    score ratio 60% to 120%
  }
  indicator b weight 30% {
    actual sold
    target quota
    score ratio 80% to 100%
  }
}`)
    expect(sound.filter((one) => one.startsWith('weight'))).toEqual([
      'weight: 70%, 30% → 71%, 29%',
      'weight: 30%, 70% → 31%, 69%',
    ])
  })

  test('windows and time limits: a day more or less, and working days for days', () => {
    const { sound } = changes(`value v for each Order = count(Order in last 90 days within rep)`)
    expect(sound).toContain('time: 90 days → 91 days')
    expect(sound).toContain('time: 90 days → 89 days')
  })

  test('verdicts: the next rank, and another row’s verdict', () => {
    const { sound } = changes(`authority grant for each Order {
  ranks manager, director
  table unique {
    | discount            | => verdict        |
    | up to 5%            | allow             |
    | over 5% up to 12%   | approval manager  |
    | over 12%            | approval director |
  }
}`)
    expect(sound).toContain('authority: approval manager → approval director')
    expect(sound).toContain('authority: allow → approval manager')
  })

  test('what a row of words gives is another row’s word', () => {
    const { sound } = changes(`decision class for each Order {
  table unique {
    | amount               | => class |
    | from 100 CNY         | A        |
    | under 100 CNY        | B        |
  }
}`)
    expect(sound.filter((one) => one.startsWith('table'))).toEqual(['table: A → B', 'table: B → A'])
  })
})

test('each change is of one place, named by its file, line and kind, and the tree is otherwise the same', () => {
  const { mutants } = changes(`commission pay for Rep per quarter {
  rate 6% of sold
  round 0.01 half-up
}`)
  const line = head.split('\n').length + 1
  expect(mutants[0]?.id).toBe(`p.bylaw:${line}:rate:1`)
  expect(mutants[0]?.line).toBe(line)
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
  const before = JSON.stringify(compile([{ name: 'p.bylaw', text: head }]).program)
  expect(before).not.toContain('6.01%')
  expect(JSON.stringify(mutants[0]?.program())).toContain('6.01%')
})

test('records, calendars and the policy’s own lines are no rules', () => {
  const { mutants } = changes('')
  expect(mutants).toEqual([])
})

test('there is a kind for each change', () => {
  expect(new Set(mutantKinds).size).toBe(mutantKinds.length)
})

test('changes are told in the words of the file, and in the reader’s sentences', () => {
  const text = `制度 某 {
  币种 CNY
  生效 自 2026-01-01 至 长期
}
记录 员工 { 工号 文本 主键 }
记录 订单 { 编号 文本 主键; 员工 员工; 签约日 日期 入账日; 金额 金额 }
提成 提成一 适用于 员工 每季度 {
  比例 6% 计提 合计(订单.金额)
  封顶 20万元 不结转
  取整 0.01 四舍五入
}`
  const sources = [{ name: '某.bylaw', text }]
  const { program, plan, diagnostics } = compile(sources)
  expect(plan, JSON.stringify(diagnostics.map((d) => [d.code, d.args]))).toBeDefined()
  const mutants = mutantsOf(program, sources)
  const said = (language: 'zh-Hans' | 'zh-Hant' | 'en') => mutants.map((one) => changeText(one, language))
  expect(said('zh-Hans')).toContain('去掉 封顶 20万元 不结转')
  expect(said('zh-Hant')).toContain('去掉 封顶 20万元 不结转')
  expect(said('en')).toContain('without 封顶 20万元 不结转')
  expect(said('zh-Hans')).toContain('0.01 四舍五入 → 0.01 四舍六入五成双')
})
