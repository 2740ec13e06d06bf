import type { Declaration, File } from './ast.ts'
import { moved } from './moved.ts'

/** A declaration with the places that it was read with, and how many characters further on it stands in its file. */
export type Standing = { readonly declaration: Declaration; readonly by: number }

const standings = new WeakMap<File, readonly Standing[]>()

/**
 * A file whose declarations are moved to where they stand once somebody asks for them: while the text above them is
 * typed, hardly anybody does.
 */
export function fileOf(
  { source, language, leading, trailing, broken }: Omit<File, 'declarations'>,
  standing: readonly Standing[],
): File {
  let made: readonly Declaration[] | undefined
  const file: File = {
    source,
    language,
    ...(leading && { leading }),
    get declarations() {
      made ??= standing.map(({ declaration, by }) => moved(declaration, source, by))
      return made
    },
    trailing,
    ...(broken && { broken }),
  }
  standings.set(file, standing)
  return file
}

/** The declarations of any file, without moving them. */
export function standingIn(file: File): readonly Standing[] {
  return standings.get(file) ?? file.declarations.map((declaration) => ({ declaration, by: 0 }))
}
