import { createMemo, createSignal, type Accessor } from 'solid-js'
import { asFailure, type Failure } from '../../client/failures'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'live'; readonly value: T }

export interface Loader<T> {
  readonly loaded: Accessor<Loaded<T>>
  readonly value: Accessor<T | undefined>
  /** Fetches again; what is on the screen stays until the answer. */
  load(): Promise<void>
  /** Forgets everything, also an answer that is still under way. */
  reset(): void
}

export function createLoader<T>(fetch: () => Promise<T>): Loader<T> {
  const [loaded, setLoaded] = createSignal<Loaded<T>>({ state: 'loading' })
  let run = 0
  const load = async () => {
    run += 1
    const mine = run
    let next: Loaded<T>
    try {
      next = { state: 'live', value: await fetch() }
    } catch (thrown) {
      next = { state: 'failed', failure: asFailure(thrown) }
    }
    if (mine !== run) return
    if (next.state === 'failed' && loaded().state === 'live') return
    setLoaded(next)
  }
  return {
    loaded,
    value: createMemo(() => {
      const now = loaded()
      return now.state === 'live' ? now.value : undefined
    }),
    load,
    reset: () => {
      run += 1
      setLoaded({ state: 'loading' })
    },
  }
}
