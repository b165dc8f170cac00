/** What the page remembers on this machine, where the browser allows it. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`ratel.${name}`)
  } catch {
    return null
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`ratel.${name}`, value)
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
