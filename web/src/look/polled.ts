import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { createLoader, type Loader } from './loaded'

export interface Polled<T> extends Loader<T> {
  /** When it was last read, by this machine's clock; undefined before the first answer. */
  readonly readAt: Accessor<number | undefined>
}

/** Reads now and then again for as long as the owner is shown; a hidden page waits. */
export function createPolled<T>(fetch: () => Promise<T>, everyMs: number): Polled<T> {
  const [readAt, setReadAt] = createSignal<number | undefined>()
  const loader = createLoader(async () => {
    const value = await fetch()
    setReadAt(Date.now())
    return value
  })
  let under = false
  const read = async () => {
    if (under || document.hidden) return
    under = true
    await loader.load()
    under = false
  }
  void loader.load()
  const timer = setInterval(() => void read(), everyMs)
  onCleanup(() => clearInterval(timer))
  return { ...loader, readAt }
}
