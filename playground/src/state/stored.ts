/** What a browser remembers of the page between visits; one that may not remember anything is no mistake. */
export function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(`bylaw.${key}`) ?? undefined
  } catch {
    return undefined
  }
}

export function store(key: string, value: string): void {
  try {
    localStorage.setItem(`bylaw.${key}`, value)
  } catch {
    // A page that was opened in private, or a full disk: the choice lasts as long as the page does.
  }
}
