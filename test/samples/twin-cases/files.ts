import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document } from 'yaml'
import { analyse } from '../../../src/analyse.ts'
import { lower } from '../../../src/plan/lower.ts'
import { pointsOf } from '../../../src/review/coverage/points.ts'
import { mutantsOf } from '../../../src/review/mutate/mutants.ts'
import { acceptedIn } from './accepted.ts'
import { twinsOf } from './names.ts'
import { translated } from './translate.ts'
import { files } from './words.ts'

const note = `# Written from the cases of ../handbook-zh, whose expected values are worked by hand: change those, and run
# \`npx vitest run test/samples/handbook-twin-cases.test.ts --update\`.
`

/** The cases of the English handbook: those of the Chinese one in its names, file by file. */
export function twinCases(policies: string): ReadonlyMap<string, string> {
  const sides = [
    ['handbook-zh', '销售业务管理制度.bylaw.md'],
    ['handbook-en', 'sales-policy.bylaw.md'],
  ].map(([folder = '', name = '']) => {
    const sources = [{ name, text: readFileSync(join(policies, folder, name), 'utf8') }]
    const { checked, program } = analyse(sources)
    const plan = lower(checked, sources, { written: true })
    const names = program.files.flatMap(({ declarations }) => declarations.map((one) => one.name.text))
    return { plan, program, names, points: pointsOf(plan, sources), mutants: mutantsOf(program, sources) }
  })
  const [zh, en] = sides
  if (!zh || !en) throw new Error('both handbooks are needed')
  const twins = twinsOf([zh.plan, en.plan], [zh.program, en.program])
  return new Map(
    files.map(([from, to, title]) => {
      const text = readFileSync(join(policies, 'handbook-zh', `${from}.cases.yaml`), 'utf8')
      const node = to.startsWith('accepted') ? acceptedIn(text, [zh, en]) : translated(text, title, twins)
      // Every scalar as it is: `1.00` and `18%` stand without quotes, as in the file that they come from.
      const document = new Document(node, { schema: 'failsafe' })
      return [
        `${to}.cases.yaml`,
        note + document.toString({ lineWidth: 120, flowCollectionPadding: true, nullStr: '' }),
      ]
    }),
  )
}
