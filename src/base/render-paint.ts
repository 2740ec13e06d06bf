import type { Severity } from './entry.ts'

/** What a piece of text is: whoever prints it picks the colour. */
export type Style = Severity | 'strong' | 'frame' | 'caret' | 'related' | 'help' | 'dim'
export type Paint = (style: Style, text: string) => string

/** No colour: for files and pipes. */
export const plain: Paint = (_, text) => text
