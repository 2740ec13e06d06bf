/** A text that is nothing but itself in HTML and SVG. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/gu, (character) => `&#${character.codePointAt(0)};`)
}

/** A picture with its name and its description, which readers of screens say; `id` is its own on a page. */
export function picture(
  id: string,
  { title, desc }: { readonly title: string; readonly desc: string },
  width: number,
  height: number,
  content: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(desc)}</desc>`,
    ...content,
    '</svg>',
  ].join('\n')
}
