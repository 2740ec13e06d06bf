import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { renderPretty } from '../base/render.ts'
import { renderGithub } from '../base/render-github.ts'
import { renderJson } from '../base/render-json.ts'
import type { Paint } from '../base/render-paint.ts'
import { renderSarif } from '../base/render-sarif.ts'
import type { Span } from '../base/span.ts'
import type { PolicyFiles } from './read-policy.ts'
import { version } from './version.ts'

export type FindingsFormat = 'pretty' | 'json' | 'github' | 'sarif'

export function formatOf(written: string | undefined): FindingsFormat {
  return written === 'json' || written === 'github' || written === 'sarif' ? written : 'pretty'
}

/** The findings of a policy in the form that was asked for. */
export function findingsText(
  diagnostics: readonly Diagnostic[],
  files: PolicyFiles,
  format: FindingsFormat,
  language: Language,
  paint: Paint,
  more: {
    readonly clauseOf?: (span: Span) => string | undefined
    readonly pages?: string
  } = {},
): string {
  const options = { language, paint, path: files.pathOf }
  switch (format) {
    case 'json':
      return renderJson(diagnostics, files.sources, options)
    case 'github':
      return renderGithub(diagnostics, files.sources, options)
    case 'sarif':
      return renderSarif(diagnostics, files.sources, { ...options, ...more, version })
    case 'pretty':
      return renderPretty(diagnostics, files.sources, options)
  }
}
