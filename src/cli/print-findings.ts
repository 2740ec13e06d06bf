import type { Diagnostic } from '../base/diagnostic.ts'
import type { Language } from '../base/language.ts'
import { renderPretty } from '../base/render.ts'
import { renderGithub } from '../base/render-github.ts'
import { renderJson } from '../base/render-json.ts'
import type { Paint } from '../base/render-paint.ts'
import type { PolicyFiles } from './read-policy.ts'

export type FindingsFormat = 'pretty' | 'json' | 'github'

export function formatOf(written: string | undefined): FindingsFormat {
  return written === 'json' || written === 'github' ? written : 'pretty'
}

/** The findings of a policy in the form that was asked for. */
export function findingsText(
  diagnostics: readonly Diagnostic[],
  files: PolicyFiles,
  format: FindingsFormat,
  language: Language,
  paint: Paint,
): string {
  const options = { language, paint, path: files.pathOf }
  switch (format) {
    case 'json':
      return renderJson(diagnostics, files.sources, options)
    case 'github':
      return renderGithub(diagnostics, files.sources, options)
    case 'pretty':
      return renderPretty(diagnostics, files.sources, options)
  }
}
