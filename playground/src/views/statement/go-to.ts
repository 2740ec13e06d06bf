/** The place of a line, or of the first line of a clause. A share link stands in the address, so that is left as it is. */
export function goTo(event: Event, anchor: string): void {
  event.preventDefault()
  const found =
    document.getElementById(`clause-${anchor}`) ??
    document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(anchor)}"]`)
  found?.scrollIntoView({ block: 'start' })
  found?.querySelector<HTMLElement>('h3 button')?.focus({ preventScroll: true })
}
