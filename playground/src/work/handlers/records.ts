import { chooseFiles, expectedFile, needing } from '../../../../src/index.ts'
import type { RecordView } from '../data-protocol.ts'
import { problemsIn } from '../findings.ts'
import { compiledOf, configOf, loadedFor } from '../session.ts'
import type { Handler } from './handler.ts'

/** Which file each record is read from, and what is wrong in them; of the last plan there is, while the text is wrong. */
export const records: Handler<'records'> = async (session, ask) => {
  const compiled = await compiledOf(session, ask.policy)
  const plan = compiled.plan ?? session.edited?.plan
  if (!plan) return undefined
  const beside = session.base?.ran ? [session.base.ran] : []
  const whole = needing(
    plan,
    beside.map((ran) => ran.plan),
  )
  const { config, found } = await configOf(session, plan)
  const loaded = loadedFor(session, plan, beside, config)
  const chosen = chooseFiles(whole, [...session.data.files.keys()], config)
  const wrong = loaded.problems.map(({ diagnostic }) => diagnostic)
  const counted = new Map<string, number>()
  for (const { cell } of wrong) if (cell) counted.set(cell.file, (counted.get(cell.file) ?? 0) + 1)
  const views = plan.relations.map((relation): RecordView => {
    const files = chosen.files.get(relation.id) ?? []
    const rows = loaded.rows.get(relation.id)
    const source = config.records.get(relation.id)
    const each = new Map<string, number>()
    const count = rows?.count ?? 0
    if (files.length === 1) each.set(files[0] ?? '', count)
    else
      for (let row = 0; row < count; row++) {
        const { file = '' } = rows?.place(row) ?? {}
        each.set(file, (each.get(file) ?? 0) + 1)
      }
    return {
      relation,
      needed: chosen.files.has(relation.id),
      files: files.map((name) => ({ name, rows: each.get(name) ?? 0, problems: counted.get(name) ?? 0 })),
      rows: count,
      ...(source && { source }),
      expected: source?.files[0] ?? expectedFile(relation.id),
    }
  })
  const read = new Set(
    [...chosen.files.values(), ...[...config.records.values()].map(({ files }) => files)].flat(),
  )
  return {
    records: views,
    problems: problemsIn([...found, ...wrong, ...loaded.notes], ask.language),
    unused: [...session.data.files.keys()].filter((name) => !read.has(name)),
  }
}
