import type { Entry } from '../entry.ts'
import { withReps } from './example.ts'

const losing = `record Loss {
  id text key
  rep Rep
  decided date posting
  amount money
}
record Payroll {
  rep Rep
  period month
  wage money
}
value wage for Rep per month = only(Payroll.wage)
`
const offending = `record Offence {
  id text key
  rep Rep
  code one of late, false_record
  happened date
  decided date posting
}
`
const rules = `    | class             | city | from       | until | allowed | share | keeps minimum |
    | loss compensation | -    | 1995-01-01 | open  | yes     | 20%   | yes           |
    | fine              | -    | 2008-01-15 | open  | no      | -     | -             |
    | dealer penalty    | -    | 2021-01-01 | open  | yes     | -     | -             |
`
const minimum = `  minimum {
    | city | from       | until | amount    |
    | -    | 2026-01-01 | open  | 2_000 CNY |
  }
`
const source = `  source "illustrative"
`
const lawOf = (inner: string) => `law protection by city {
${inner}}
`
const law = lawOf(`${source}  deductions {\n${rules}  }\n${minimum}`)
const lossOf = (of: string, limit = '  limit by law protection(wage, city)\n') => `
penalty damage for Rep per month${of} {
  start sum(Loss.amount) * 30%
  round 0.01 half-up
${limit}}
`
const pay = (step = 'take damage') => `
commission base for Rep per month {
  start wage
  round 0.01 half-up
}

payout pay for Rep per month {
  add base
  ${step}
}
`
const shared = (rest: string) => withReps(losing + rest)
const losses = shared(law + lossOf(' class loss compensation') + pay())
const counted = (nth: string, record = offending) =>
  withReps(`${record}
penalty conduct for each Offence {
${nth}  table unique {
    | nth     | => points |
    | up to 1 | 1         |
    | over 1  | 3         |
  }
}
`)
const good = counted('  nth in last 90 days within rep, code by happened\n')

/** Penalties, and the law on what may be deducted from wages. */
export const penaltyMessages = {
  BY586: {
    severity: 'error',
    title: { en: 'Deduction without a class', 'zh-Hans': '扣款未写明类别', 'zh-Hant': '扣款未寫明類別' },
    message: {
      en: '`{name}` takes money and does not say as what',
      'zh-Hans': '“{name}”扣钱而没有写明扣款类别',
      'zh-Hant': '「{name}」扣錢而沒有寫明扣款類別',
    },
    help: {
      en: 'Write its `class`: loss compensation, reduced incentive, clawback, fine or dealer penalty. The law has rules of its own for each.',
      'zh-Hans': '请写明“类别”：赔偿损失、减发奖励、追回、罚款或经销商违约金。法律对各类有不同规定。',
      'zh-Hant': '請寫明「類別」：賠償損失、減發獎勵、追回、罰款或經銷商違約金。法律對各類有不同規定。',
    },
    bad: shared(law + lossOf('') + pay()),
    good: losses,
  },
  BY587: {
    severity: 'error',
    title: {
      en: 'No law names this class',
      'zh-Hans': '没有法规列出该类别',
      'zh-Hant': '沒有法規列出該類別',
    },
    message: {
      en: 'no `law` of this policy says whether what `{name}` does is allowed: {class}',
      'zh-Hans': '本制度的“法规”都没有写明“{name}”的类别（{class}）是否允许',
      'zh-Hant': '本制度的「法規」都沒有寫明「{name}」的類別（{class}）是否允許',
    },
    help: {
      en: 'Add a row for the class to the `deductions` of a `law`, with its source.',
      'zh-Hans': '请在“法规”的“扣款规则”中为该类别补一行，并写明依据。',
      'zh-Hant': '請在「法規」的「扣款規則」中為該類別補一列，並寫明依據。',
    },
    bad: shared(law + lossOf(' class reduced incentive', '') + pay()),
    good: losses,
  },
  BY588: {
    severity: 'error',
    title: { en: 'Forbidden by law', 'zh-Hans': '法律不允许', 'zh-Hant': '法律不允許' },
    message: {
      en: '`{law}` does not allow what `{name}` does: {class}{place}, from {from} until {until}',
      'zh-Hans': '“{law}”不允许“{name}”的类别（{class}）{place}，自 {from} 至 {until}',
      'zh-Hant': '「{law}」不允許「{name}」的類別（{class}）{place}，自 {from} 至 {until}',
    },
    help: {
      en: 'Take nothing as this class: let conduct reduce an incentive, or claim the proven loss as `loss compensation`.',
      'zh-Hans': '请不要以该类别扣钱：可改为减发奖励，或就已证实的损失按“赔偿损失”处理。',
      'zh-Hant': '請不要以該類別扣錢：可改為減發獎勵，或就已證實的損失按「賠償損失」處理。',
    },
    bad: shared(law + lossOf(' class fine') + pay()),
    good: losses,
  },
  BY589: {
    severity: 'error',
    title: { en: 'Nobody keeps to the law', 'zh-Hans': '没有依法限额', 'zh-Hant': '沒有依法限額' },
    message: {
      en: '`{law}` limits what `{name}` takes, and neither it nor the payout after it says `limit by law`',
      'zh-Hans': '“{law}”限制“{name}”的扣款，而该条款及其后的支付都没有写“依法限额”',
      'zh-Hant': '「{law}」限制「{name}」的扣款，而該條款及其後的支付都沒有寫「依法限額」',
    },
    help: {
      en: 'Add `limit by law {law}(…)` to the clause, or to the payout after it is taken.',
      'zh-Hans': '请在该条款中，或在支付的扣减之后，写“依法限额 {law}(…)”。',
      'zh-Hant': '請在該條款中，或在支付的扣減之後，寫「依法限額 {law}(…)」。',
    },
    bad: shared(law + lossOf(' class loss compensation', '') + pay()),
    good: shared(
      law +
        lossOf(' class loss compensation', '') +
        pay('take damage\n  limit by law protection(wage, city)'),
    ),
  },
  BY590: {
    severity: 'error',
    title: { en: 'Which window counts', 'zh-Hans': '次数的期限不明', 'zh-Hant': '次數的期限不明' },
    message: {
      en: 'the last line of `nth` counts for all others, and only it stands without `when`',
      'zh-Hans': '最后一行“第几次”用于其余情形，也只有它不带条件',
      'zh-Hant': '最後一行「第幾次」用於其餘情形，也只有它不帶條件',
    },
    help: {
      en: 'Give each line but the last a `when`, and the last none.',
      'zh-Hans': '除最后一行外，请为每行写条件；最后一行不写。',
      'zh-Hant': '除最後一行外，請為每行寫條件；最後一行不寫。',
    },
    bad: counted('  nth in last 365 days within rep, code by happened when code = false_record\n'),
    good: counted(
      '  nth in last 365 days within rep, code by happened when code = false_record\n  nth in last 90 days within rep, code by happened\n',
    ),
  },
  BY591: {
    severity: 'error',
    title: { en: 'Order of one day unknown', 'zh-Hans': '同日先后不明', 'zh-Hant': '同日先後不明' },
    message: {
      en: '`{record}` has no key, so nobody can say which of two on one day came first',
      'zh-Hans': '“{record}”没有主键，同一天的两笔分不出先后',
      'zh-Hant': '「{record}」沒有主鍵，同一天的兩筆分不出先後',
    },
    help: {
      en: 'Give the record a field marked `key`: of one day the smaller key comes first.',
      'zh-Hans': '请为该记录写一个“主键”字段：同日的以主键较小者为先。',
      'zh-Hant': '請為該紀錄寫一個「主鍵」欄位：同日的以主鍵較小者為先。',
    },
    bad: counted(
      '  nth in last 90 days within rep, code by happened\n',
      offending.replace('record Offence {\n  id text key', 'record Offence {\n  id text'),
    ),
    good,
  },
  BY592: {
    severity: 'error',
    title: { en: 'Not a law with its wage', 'zh-Hans': '不是带工资的法规', 'zh-Hant': '不是帶工資的法規' },
    message: {
      en: '`{name}` is no `law` with the month’s wage, and the place where the law goes by places',
      'zh-Hans': '“{name}”不是带有当月工资（以及按地区时的地区）的“法规”',
      'zh-Hant': '「{name}」不是帶有當月工資（以及按地區時的地區）的「法規」',
    },
    help: {
      en: 'Write `limit by law protection(wage, city)`; a law is read nowhere else.',
      'zh-Hans': '请写“依法限额 法规名(工资, 城市)”；法规不能用于别处。',
      'zh-Hant': '請寫「依法限額 法規名(工資, 城市)」；法規不能用於別處。',
    },
    bad: shared(law + lossOf(' class loss compensation', '  limit by law protection(wage)\n') + pay()),
    good: losses,
  },
  BY593: {
    severity: 'error',
    title: { en: 'Nothing to limit', 'zh-Hans': '没有可限额的扣款', 'zh-Hant': '沒有可限額的扣款' },
    message: {
      en: '`{law}` limits nothing that `{name}` takes',
      'zh-Hans': '“{law}”对“{name}”的扣款没有任何限制',
      'zh-Hant': '「{law}」對「{name}」的扣款沒有任何限制',
    },
    help: {
      en: 'A `limit by law` stands in a penalty of a class that the law limits, or in a payout below what it takes of one.',
      'zh-Hans': '“依法限额”写在法律有限制的类别的违规处理中，或写在支付扣减它之后。',
      'zh-Hant': '「依法限額」寫在法律有限制的類別的違規處理中，或寫在支付扣減它之後。',
    },
    bad: shared(law + lossOf(' class dealer penalty') + pay()),
    good: losses,
  },
  BY594: {
    severity: 'warning',
    title: { en: 'Taken from nobody', 'zh-Hans': '没有支付扣减它', 'zh-Hant': '沒有支付扣減它' },
    message: {
      en: 'no payout takes `{name}`, so it is taken from nobody',
      'zh-Hans': '没有支付条款扣减“{name}”，所以没有向任何人扣款',
      'zh-Hant': '沒有支付條款扣減「{name}」，所以沒有向任何人扣款',
    },
    help: {
      en: 'Add `take {name}` to the payout that it reduces.',
      'zh-Hans': '请在被减少的支付中写“扣减 {name}”。',
      'zh-Hant': '請在被減少的支付中寫「扣減 {name}」。',
    },
    bad: shared(law + lossOf(' class loss compensation') + pay('floor 0 CNY')),
    good: losses,
  },
  BY595: {
    severity: 'error',
    title: { en: 'A penalty that is paid', 'zh-Hans': '把扣款发给人', 'zh-Hant': '把扣款發給人' },
    message: {
      en: '`{name}` is money taken, and the payout `{payout}` adds it',
      'zh-Hans': '“{name}”是扣款，而支付“{payout}”把它计入',
      'zh-Hant': '「{name}」是扣款，而支付「{payout}」把它計入',
    },
    help: {
      en: 'Write `take {name}`.',
      'zh-Hans': '请写“扣减 {name}”。',
      'zh-Hant': '請寫「扣減 {name}」。',
    },
    bad: shared(law + lossOf(' class loss compensation') + pay('add damage')),
    good: losses,
  },
  BY596: {
    severity: 'error',
    title: { en: 'Limited month by month', 'zh-Hans': '按月限额', 'zh-Hant': '按月限額' },
    message: {
      en: '`{name}` limits what is taken of the wage of a month, and this is for no month',
      'zh-Hans': '“{name}”限制的是从当月工资中的扣款，而这里不按月',
      'zh-Hant': '「{name}」限制的是從當月工資中的扣款，而這裡不按月',
    },
    help: {
      en: 'Let the clause be `per month`, or put the limit into a payout that is.',
      'zh-Hans': '请使条款“每月”，或把限额写进每月的支付。',
      'zh-Hant': '請使條款「每月」，或把限額寫進每月的支付。',
    },
    bad: shared(`${law}
penalty damage for Rep per quarter class loss compensation {
  start sum(Loss.amount) * 30%
  round 0.01 half-up
  limit by law protection(1_000 CNY, city)
}
`),
    good: losses,
  },
  BY597: {
    severity: 'error',
    title: { en: 'Which minimum wage', 'zh-Hans': '没有最低工资', 'zh-Hant': '沒有最低工資' },
    message: {
      en: '`{name}` keeps a minimum wage, and does not say which',
      'zh-Hans': '“{name}”要求保留最低工资，而没有写明是多少',
      'zh-Hant': '「{name}」要求保留最低工資，而沒有寫明是多少',
    },
    help: {
      en: 'Add the table `minimum`: the minimum wages in force, place by place, with their source.',
      'zh-Hans': '请补“最低工资”表：各地现行标准及其依据。',
      'zh-Hant': '請補「最低工資」表：各地現行標準及其依據。',
    },
    bad: shared(lawOf(`${source}  deductions {\n${rules}  }\n`) + lossOf(' class loss compensation') + pay()),
    good: losses,
  },
  BY598: {
    severity: 'warning',
    title: { en: 'Law without a source', 'zh-Hans': '法规没有依据', 'zh-Hant': '法規沒有依據' },
    message: {
      en: '`{name}` does not say where its rules are written',
      'zh-Hans': '“{name}”没有写明规定的出处',
      'zh-Hant': '「{name}」沒有寫明規定的出處',
    },
    help: {
      en: 'Add a line `source "…"`: the act and article, and who checked it when. Figures that are not verified are called illustrative.',
      'zh-Hans': '请加一行“依据 "…"”：文件名称、条款、核对人与日期。未经核实的数字请注明“示例”。',
      'zh-Hant': '請加一行「依據 "…"」：文件名稱、條款、核對人與日期。未經核實的數字請註明「示例」。',
    },
    bad: shared(
      lawOf(`  deductions {\n${rules}  }\n${minimum}`) + lossOf(' class loss compensation') + pay(),
    ),
    good: losses,
  },
  BY599: {
    severity: 'error',
    title: { en: 'Limited one by one', 'zh-Hans': '各自限额', 'zh-Hant': '各自限額' },
    message: {
      en: '`{name}` and `{other}` are limited each by itself, and `{law}` limits what is taken of a month’s wage all together',
      'zh-Hans': '“{name}”与“{other}”各自限额，而“{law}”限制的是从当月工资中扣款的总和',
      'zh-Hant': '「{name}」與「{other}」各自限額，而「{law}」限制的是從當月工資中扣款的總和',
    },
    help: {
      en: 'Take all of them in one payout, and limit them there: `limit by law {law}(…)`.',
      'zh-Hans': '请在同一支付中扣减，并在那里写“依法限额 {law}(…)”。',
      'zh-Hant': '請在同一支付中扣減，並在那裡寫「依法限額 {law}(…)」。',
    },
    bad: shared(
      law +
        lossOf(' class loss compensation') +
        lossOf(' class loss compensation').replace('damage', 'breakage') +
        pay('take damage, breakage'),
    ),
    good: shared(
      law +
        lossOf(' class loss compensation', '') +
        lossOf(' class loss compensation', '').replace('damage', 'breakage') +
        pay('take damage, breakage\n  limit by law protection(wage, city)'),
    ),
  },
} as const satisfies { readonly [code: string]: Entry }
