import { createSignal, type Accessor } from 'solid-js'
import { asFailure, type Failure } from '../../client/failures'
import type { Page } from '../../client/shapes'
import { createLoader, type Loader } from './loaded'

/** Pages that one list may grow to on the screen. */
const pagesMax = 20

/** A list whose newest page comes first, and older ones when they are asked for. */
export interface Pages extends Loader<unknown> {
  /** `end` has nothing before it; `full` has more than a screen should hold. */
  readonly older: Accessor<'more' | 'loading' | 'end' | 'full'>
  /** Why the last older page did not come. */
  readonly olderFailure: Accessor<Failure | undefined>
  loadOlder(): Promise<void>
}

/** @param learn takes the items of a page; pages may overlap */
export function createPages<T>(
  fetch: (cursor?: string) => Promise<Page<T>>,
  learn: (items: readonly T[]) => void,
): Pages {
  const [next, setNext] = createSignal<string | null>(null)
  const [count, setCount] = createSignal(0)
  const [loading, setLoading] = createSignal(false)
  const [olderFailure, setOlderFailure] = createSignal<Failure | undefined>()
  let life = 0

  /** An answer from before a reset belongs to another account. */
  const take = async (cursor?: string): Promise<void> => {
    const mine = life
    const page = await fetch(cursor)
    if (mine !== life) return
    learn(page.items)
    if (cursor === undefined && count() > 0) return
    setNext(page.next)
    setCount((before) => before + 1)
  }
  const loader = createLoader(() => take())
  return {
    ...loader,
    older: () => {
      if (loading()) return 'loading'
      if (next() === null) return 'end'
      return count() < pagesMax ? 'more' : 'full'
    },
    olderFailure,
    async loadOlder() {
      const cursor = next()
      if (cursor === null || loading() || count() >= pagesMax) return
      const mine = life
      setLoading(true)
      setOlderFailure(undefined)
      const why = await take(cursor).then(() => undefined, asFailure)
      if (mine !== life) return
      setOlderFailure(why)
      setLoading(false)
    },
    reset() {
      life += 1
      setNext(null)
      setCount(0)
      setLoading(false)
      setOlderFailure(undefined)
      loader.reset()
    },
  }
}
