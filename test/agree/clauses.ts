import { type Draw, several } from './draw.ts'
import { amounts, money, type Names, share, shares, truth } from './expressions.ts'

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)
const when = (draw: Draw, names: Names) => (draw.chance(25) ? ` when ${truth(draw, names, 1)}` : '')
const modes = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor']

/** Ascending thresholds that begin with the lowest. */
function ascending(draw: Draw, pool: readonly string[]): string[] {
  return pool.filter((_, index) => index === 0 || draw.chance(60))
}

const bySize = ['0 CNY', '40_000 CNY', '100_000 CNY', '250_000 CNY']
const byShare = ['0%', '40%', '80%', '100%', '120%']

/** Written, or worked out: a share that somebody else's numbers make, which is a quotient more often than not. */
function rate(draw: Draw, names: Names): string {
  if (draw.chance(12)) return `${draw.of(...names.share)}${draw.of('', ' * 50%', ' * 1.5')}`
  return draw.of('0%', '0.8%', '1%', '2.5%', '3.3%', '100%', '150%')
}

function ranges(draw: Draw, names: Names, pool: readonly string[]): string[] {
  const edges = ascending(draw, pool)
  const upper = draw.chance(50)
  return [
    `| level | rate |`,
    `| ${upper ? 'up to' : 'under'} ${edges[0]} | ${rate(draw, names)} |`,
    ...edges.map((edge, index) => {
      const next = edges[index + 1]
      const end = next === undefined ? '' : ` ${upper ? 'up to' : 'to under'} ${next}`
      return `| ${upper ? 'over' : 'from'} ${edge}${end} | ${rate(draw, names)} |`
    }),
  ]
}

/** A tier table on `names.money[0]` (also divided by another) or on any share. */
export function tiers(draw: Draw, names: Names, derived: readonly [of: string, by: string]): string[] {
  const [of, by] = derived
  const other = draw.of(...names.money)
  const block = (head: string, rows: readonly string[]) => [`tiers ${head} {`, ...indent(rows), '}']
  const table = (pool: readonly string[], give: 'rate' | 'pays', mixed: boolean, edge = 'from') => [
    `| ${edge} | ${give} |${mixed ? ' mode |' : ''}`,
    ...ascending(draw, pool).map((at) => {
      const gives = give === 'rate' ? rate(draw, names) : draw.of(...amounts)
      return `| ${at} | ${gives} |${mixed ? ` ${draw.of('marginal', 'whole')} |` : ''}`
    }),
  ]
  const chooser = draw.of(...names.share)
  switch (draw.upTo(9)) {
    case 0:
      return block(`marginal of ${of} by ${by}`, table(byShare, 'rate', draw.chance(30)))
    case 1:
      return block(`marginal of ${of}`, table(bySize, 'rate', draw.chance(30)))
    case 2:
      return block(`whole of ${of} by ${by}`, table(byShare, 'rate', draw.chance(30)))
    case 3:
      return block(`whole of ${other} by ${chooser}`, table(byShare, 'rate', false))
    case 4:
      return block(`whole of ${of}`, ranges(draw, names, bySize))
    case 5:
      return block(
        `linear by ${chooser}${draw.chance(30) ? ' extend' : ''}`,
        table(byShare, 'pays', false, 'at'),
      )
    case 6:
      return block(`linear of ${other} by ${chooser}`, table(byShare, 'rate', false, 'at'))
    case 7:
      return block(`whole by ${chooser}`, table(byShare, 'pays', false))
    case 8:
      return block(`marginal by ${chooser}`, table(byShare, 'pays', false))
    default:
      return block(`whole of ${other} by ${chooser}`, ranges(draw, names, byShare))
  }
}

function laterStep(draw: Draw, names: Names, derived: readonly [string, string]): string[] {
  switch (draw.upTo(7)) {
    case 0:
      return [`plus ${money(draw, names, 1)}${when(draw, names)}`]
    case 1:
      return [`minus ${money(draw, names, 1)}${when(draw, names)}`]
    case 2:
      return [`times ${share(draw, names, 1)}${when(draw, names)}`]
    case 3:
      return [`cap ${draw.of(...amounts)} lost`]
    case 4:
      return [`floor ${draw.of('0 CNY', '100 CNY')}`]
    case 5: {
      const [head = '', ...rest] = tiers(draw, names, derived)
      return [`${draw.of('plus', 'minus')} ${head}`, ...rest]
    }
    case 6:
      return [`times ${draw.of(...names.share)}${when(draw, names)}`]
    default:
      return [`plus ${draw.of(...names.money)}`]
  }
}

/** The steps of a commission: gates, a beginning, anything, and mostly a rounding at the end. */
export function steps(draw: Draw, names: Names, derived: readonly [of: string, by: string]): string[] {
  const first = () => {
    switch (draw.upTo(3)) {
      case 0:
        return [`start ${money(draw, names, 1)}`]
      case 1:
        return [`rate ${draw.of(...names.share, ...shares)} of ${draw.of(...names.money)}`]
      default:
        return tiers(draw, names, derived)
    }
  }
  return [
    ...(draw.chance(30) ? [`gate ${truth(draw, names, 1)}`] : []),
    ...first(),
    ...several(draw, 3, () => laterStep(draw, names, derived)).flat(),
    ...(draw.chance(80) ? [`round ${draw.of('0.01', '1', '0.5')} ${draw.of(...modes)}`] : []),
  ]
}

function score(draw: Draw, names: Names): string[] {
  const measured = `actual ${draw.of(...names.share)}`
  switch (draw.upTo(6)) {
    case 0:
      return [measured, 'score ratio 60% to 120%']
    case 1:
      return [measured, draw.of('score ratio', 'score ratio up to 120%', 'score ratio from 40%')]
    case 2:
      return [
        `actual ${draw.of(...names.money)}`,
        `target ${draw.of(...names.money)}`,
        'score ratio up to 120%',
      ]
    case 3:
      return [
        measured,
        'score steps {',
        ...indent(['| from | points |', '| -100% | 0 |', '| 40% | 60 |', '| 100% | 100 |']),
        '}',
      ]
    case 4:
      return [
        measured,
        'score linear {',
        ...indent(['| at | points |', '| 5% | 100 |', '| 80% | 61 |', '| 120% | 0 |']),
        '}',
      ]
    case 5:
      return [`score pass-fail ${truth(draw, names, 1)}`]
    default:
      return [`score points 100 - 7 * ${draw.of(...names.count)} from 0 up to 100`]
  }
}

/** The lines of a scorecard of three indicators. */
export function scorecard(draw: Draw, names: Names): string[] {
  const weights = draw.of(['50%', '30%', '20%'], ['33.3%', '33.3%', '33.4%'], ['40%', '40%', '20%'])
  return [
    ...weights.flatMap((weight, index) => [
      `indicator i${index} weight ${weight} {`,
      ...indent(score(draw, names)),
      ...(draw.chance(30) ? [`  applies when ${truth(draw, names, 1)}`] : []),
      '}',
    ]),
    `weight not applicable ${draw.of('to i0', 'in proportion', 'lost')}`,
    ...(draw.chance(30) ? [`knock-out when ${truth(draw, names, 1)}${draw.of('', ' score 10')}`] : []),
    ...(draw.chance(70) ? ['round 0.01 half-up'] : []),
    'levels {',
    ...indent([
      '| from | => level | => factor |',
      '| -100000 | poor | 50% |',
      '| 60 | fair | 85% |',
      '| 85 | good | 100% |',
      '| 110 | top | 120% |',
    ]),
    '}',
  ]
}

/** The lines of a payout over the clauses. */
export function payout(draw: Draw, clauses: readonly string[]): string[] {
  const [first = '', ...rest] = clauses
  const best = rest.length > 1 && draw.chance(40)
  return [
    `add ${first}`,
    best ? `add best of ${rest.join(', ')}` : `${draw.of('add', 'take')} ${rest.join(', ')}`,
    ...(draw.chance(40) ? [`cap ${draw.of(...amounts)} lost${draw.of('', ` over ${first}`)}`] : []),
    ...(draw.chance(40) ? ['floor 0 CNY'] : []),
    ...(draw.chance(30) ? ['round 0.01 half-up'] : []),
  ]
}
