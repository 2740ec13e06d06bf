/** Texts that say the same: letter case, width, blanks and quotation marks do not count. */
export function sameText(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”‘’「」『』"'`]/gu, '')
}
