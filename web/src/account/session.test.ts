import { describe, expect, it } from 'vitest'
import { ApiError, NoAnswer } from '../../client/failures'
import type { Session } from '../../client/shapes'
import { createSession, renewalInMs } from './session'

const first: Session = {
  token: 'inner-1',
  outerToken: 'outer',
  expiresAt: '2026-03-02T10:15:00Z',
  userId: '1',
  accountId: '1000001',
}

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage
}

function person(renew: () => Promise<Session>, storage = memory()) {
  let renewals = 0
  let signOuts = 0
  const signedIn = createSession(
    () => ({
      signIn: async () => first,
      signOut: async () => {
        signOuts += 1
        return undefined
      },
      renew: () => {
        renewals += 1
        return renew()
      },
    }),
    storage,
  )
  return { signedIn, renewals: () => renewals, signOuts: () => signOuts, storage }
}

describe('a session', () => {
  it('is renewed once for all the requests that wait for it', async () => {
    const { signedIn, renewals } = person(async () => ({ ...first, token: 'inner-2' }))
    await signedIn.signIn('a@b', 'c')
    expect(await Promise.all([signedIn.renew(), signedIn.renew()])).toEqual([true, true])
    expect(renewals()).toBe(1)
    expect(signedIn.token()).toBe('inner-2')
  })

  it('ends when the outer token is refused', async () => {
    const refusal = new ApiError(401, { code: 'TOKEN_EXPIRED', message: 'over' })
    const { signedIn, storage } = person(() => Promise.reject(refusal))
    await signedIn.signIn('a@b', 'c')
    expect(await signedIn.renew()).toBe(false)
    expect(signedIn.session()).toBeUndefined()
    expect(signedIn.expired()).toBe(true)
    expect(person(async () => first, storage).signedIn.session()).toBeUndefined()
  })

  it('is ended at the platform too, once', async () => {
    const { signedIn, signOuts } = person(async () => first)
    await signedIn.signIn('a@b', 'c')
    signedIn.signOut()
    signedIn.signOut()
    expect(signedIn.session()).toBeUndefined()
    expect(signOuts()).toBe(1)
  })

  it('survives a server that cannot be reached', async () => {
    const { signedIn } = person(() => Promise.reject(new NoAnswer('gone')))
    await signedIn.signIn('a@b', 'c')
    expect(await signedIn.renew()).toBe(false)
    expect(signedIn.token()).toBe('inner-1')
  })

  it('lasts over a reload of the tab', async () => {
    const { signedIn, storage } = person(async () => first)
    await signedIn.signIn('a@b', 'c')
    expect(person(async () => first, storage).signedIn.token()).toBe('inner-1')
  })

  it('is renewed a minute early, and never in a rush', () => {
    const now = Date.parse('2026-03-02T10:00:00Z')
    expect(renewalInMs('2026-03-02T10:15:00Z', now)).toBe(14 * 60_000)
    expect(renewalInMs('2026-03-02T09:00:00Z', now)).toBe(30_000)
    expect(renewalInMs('soon', now)).toBe(3_600_000)
  })
})
