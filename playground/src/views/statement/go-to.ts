/** The place of a line, or of the first line of a clause. A share link stands in the address, so that is left as it is. */
export function goTo(event: Event, anchor: string): void {
  event.preventDefault()
  const page = event.currentTarget instanceof Element ? event.currentTarget.closest('article') : null
  const name = CSS.escape(anchor)
  const found = page?.querySelector(`[data-line="${name}"]`) ?? page?.querySelector(`[data-clause="${name}"]`)
  found?.scrollIntoView({ block: 'start' })
  found?.querySelector<HTMLElement>('h3 button')?.focus({ preventScroll: true })
}
