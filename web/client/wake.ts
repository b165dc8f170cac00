/**
 * Calls `wake` when the page is looked at again, or when the network is back while it is looked at.
 * A hidden page stays with its back-off, so that many tabs do not return all at once. Does nothing
 * where there is no page.
 *
 * @returns ends it
 */
export function onWake(wake: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined
  const look = () => {
    if (!document.hidden) wake()
  }
  globalThis.addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    globalThis.removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
  }
}
