/** What a browser remembers of the page between visits; one that may not remember anything is no mistake. */
export function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(`bylaw.${key}`) ?? undefined
  } catch {
    return undefined
  }
}

/** False in a page that was opened in private, or with no room left: then a choice lasts as long as the page does. */
export function store(key: string, value: string): boolean {
  try {
    localStorage.setItem(`bylaw.${key}`, value)
    return true
  } catch {
    return false
  }
}

export function unstore(key: string): void {
  try {
    localStorage.removeItem(`bylaw.${key}`)
  } catch {
    // Where nothing can be kept, nothing is there.
  }
}

/** The keys that begin so. */
export function storedNames(start: string): readonly string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(`bylaw.${start}`) ? [key.slice('bylaw.'.length)] : [],
    )
  } catch {
    return []
  }
}
