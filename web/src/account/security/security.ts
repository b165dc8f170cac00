import { createContext, createMemo, useContext, type Accessor } from 'solid-js'
import type { AnswerOf, Rest } from '../../../client/rest'
import { createLoader, type Loaded } from '../../look/loaded'
import { canUsePasskeys } from './passkey'

export type Passkey = AnswerOf<'listPasskeys'>['items'][number]
export type LinkedAccount = AnswerOf<'listIdentities'>['items'][number]
export type ListedSession = AnswerOf<'listSessions'>['items'][number]

export interface Known {
  readonly factors: AnswerOf<'getFactors'>
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly ListedSession[]
  readonly linked: readonly LinkedAccount[]
  readonly methods: AnswerOf<'getSignIn'>
}

/** What the dialog's parts share: how the caller proves itself. */
export interface Security {
  readonly loaded: Accessor<Loaded<Known>>
  readonly known: Accessor<Known | undefined>
  /** Whether a device can be asked for a passkey here. */
  readonly canAsk: Accessor<boolean>
  load(): Promise<void>
}

const SecurityContext = createContext<Security>()

export const SecurityProvider = SecurityContext.Provider

export function useSecurity(): Security {
  const security = useContext(SecurityContext)
  if (security === undefined) throw new Error('this belongs into the security dialog')
  return security
}

export function createSecurity(rest: Pick<Rest, 'call'>): Security {
  const loader = createLoader(async (): Promise<Known> => {
    const [factors, passkeys, sessions, linked, methods] = await Promise.all([
      rest.call('getFactors'),
      rest.call('listPasskeys'),
      rest.call('listSessions'),
      rest.call('listIdentities'),
      rest.call('getSignIn'),
    ])
    return {
      factors,
      passkeys: passkeys.items,
      sessions: sessions.items,
      linked: linked.items,
      methods,
    }
  })
  return {
    loaded: loader.loaded,
    known: loader.value,
    canAsk: createMemo(() => canUsePasskeys(loader.value()?.methods.passkeySite)),
    load: loader.load,
  }
}
