import { createSignal, type Accessor } from 'solid-js'
import { ApiError } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { Session } from '../../client/shapes'

const key = 'ratel.session'

/** Who is signed in: in this tab, until it closes. */
export interface SignedIn {
  readonly session: Accessor<Session | undefined>
  /** True from a refused token until the next sign-in. */
  readonly expired: Accessor<boolean>
  token(): string | undefined
  signIn(email: string, password: string): Promise<void>
  signOut(): void
  /** Trades the outer token for a new inner one; false when the person has to sign in again. */
  renew(): Promise<boolean>
}

export function createSession(rest: () => Rest): SignedIn {
  const [session, setSession] = createSignal<Session | undefined>(recall())
  const [expired, setExpired] = createSignal(false)
  let renewal: Promise<boolean> | undefined

  const keep = (next: Session | undefined) => {
    if (next === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(next))
    setSession(next)
  }
  const expire = (): boolean => {
    keep(undefined)
    setExpired(true)
    return false
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

  return {
    session,
    expired,
    token: () => session()?.token,
    async signIn(email, password) {
      keep(await rest().signIn(email, password))
      setExpired(false)
    },
    signOut() {
      keep(undefined)
      setExpired(false)
    },
    renew() {
      renewal ??= renewOnce().finally(() => {
        renewal = undefined
      })
      return renewal
    },
  }
}

function recall(): Session | undefined {
  const text = sessionStorage.getItem(key)
  return text === null ? undefined : (JSON.parse(text) as Session)
}
