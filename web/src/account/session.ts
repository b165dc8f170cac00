import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import { ApiError } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { Session } from '../../client/shapes'

const key = 'ratel.session'
const renewBeforeMs = 60_000
const shortestMs = 30_000
const longestMs = 3_600_000

/** Who is signed in: in this tab, until it closes. */
export interface SignedIn {
  readonly session: Accessor<Session | undefined>
  /** True from a refused token until the next sign-in. */
  readonly expired: Accessor<boolean>
  token(): string | undefined
  signIn(email: string, password: string): Promise<void>
  /** Goes on with a session that was opened in another way. */
  enter(session: Session): void
  /** Forgets the session here, and ends it there. */
  signOut(): void
  /** Trades the outer token for a new inner one; false when the person has to sign in again. */
  renew(): Promise<boolean>
}

type Door = Pick<Rest, 'signIn' | 'signOut' | 'renew'>

export function createSession(rest: () => Door, storage: Storage = sessionStorage): SignedIn {
  const [session, setSession] = createSignal<Session | undefined>(recall(storage))
  const [expired, setExpired] = createSignal(false)
  let renewal: Promise<boolean> | undefined

  const keep = (next: Session | undefined) => {
    if (next === undefined) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(next))
    setSession(next)
  }
  const expire = (): boolean => {
    keep(undefined)
    setExpired(true)
    return false
  }
  const enter = (session: Session) => {
    keep(session)
    setExpired(false)
  }
  const renewOnce = async (): Promise<boolean> => {
    const before = session()
    if (before?.outerToken === undefined) return expire()
    try {
      const answer = await rest().renew(before.outerToken)
      if (session() === before) keep({ ...before, ...answer })
      return true
    } catch (thrown) {
      // Only a refusal ends the session; an unreachable server does not.
      if (thrown instanceof ApiError && thrown.status < 500) return expire()
      return false
    }
  }

  const renew = () => {
    renewal ??= renewOnce().finally(() => {
      renewal = undefined
    })
    return renewal
  }
  createEffect(() => {
    const now = session()
    if (now === undefined) return
    const timer = setTimeout(() => void renew(), renewalInMs(now.expiresAt, Date.now()))
    onCleanup(() => clearTimeout(timer))
  })

  return {
    session,
    expired,
    renew,
    token: () => session()?.token,
    async signIn(email, password) {
      enter(await rest().signIn(email, password))
    },
    enter,
    signOut() {
      // It is over here whatever becomes of the request, which has taken its token by then.
      if (session() !== undefined) void rest().signOut().catch(() => {})
      keep(undefined)
      setExpired(false)
    },
  }
}

/** Time until the token should be renewed, also when this machine's clock is wrong. */
export function renewalInMs(expiresAt: string, now: number): number {
  const wait = Date.parse(expiresAt) - now - renewBeforeMs
  return Number.isNaN(wait) ? longestMs : Math.min(longestMs, Math.max(shortestMs, wait))
}

function recall(storage: Storage): Session | undefined {
  const text = storage.getItem(key)
  return text === null ? undefined : (JSON.parse(text) as Session)
}
