import type { Handler } from './handler.ts'

/** The settings file with what is said of one record; undefined where the one that is there cannot be read. */
export const mapping: Handler<'mapping'> = async (_session, { settings, relation, source, headings }) => {
  const { yaml } = await import('../yaml.ts')
  const text = yaml.writeConfig(settings?.text ?? '', relation, source, headings)
  return text === undefined ? undefined : { name: settings?.name ?? 'bylaw.yaml', text }
}
