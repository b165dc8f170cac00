import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import type { Rest } from '../../client/rest'
import type { AccountName } from '../../client/shapes'
import { createLoader } from '../look/loaded'
import { recall, remember } from '../look/memory'
import type { SignedIn } from './session'

/** The accounts of the person who is signed in, and the one on the screen. */
export interface Accounts {
  readonly all: Accessor<readonly AccountName[]>
  /** The id of the account that everything on the page is about; undefined while unknown. */
  readonly chosen: Accessor<string | undefined>
  choose(id: string): void
  /** Asks again which there are. */
  reload(): Promise<void>
}

const place = (userId: string) => `account.${userId}`

export function createAccounts(rest: Pick<Rest, 'accounts'>, signedIn: SignedIn): Accounts {
  const userId = createMemo(() => signedIn.session()?.userId)
  const [wanted, setWanted] = createSignal<string | undefined>()
  const loader = createLoader(() => rest.accounts())
  createEffect(
    on(userId, (id) => {
      loader.reset()
      setWanted(id === undefined ? undefined : (recall(place(id)) ?? undefined))
      if (id !== undefined) void loader.load()
    }),
  )
  return {
    all: () => loader.value() ?? [],
    chosen: createMemo(() => {
      const session = signedIn.session()
      if (session === undefined) return undefined
      const known = loader.loaded().state === 'failed' ? [] : loader.value()
      return chosenFrom(known, wanted(), session.accountId)
    }),
    reload: () => loader.load(),
    choose(id) {
      const user = userId()
      if (user === undefined) return
      remember(place(user), id)
      setWanted(id)
    },
  }
}

/**
 * The wanted account when it is still one of the person's, the first otherwise. While the list is
 * not known, another than the first has to wait for it.
 */
export function chosenFrom(
  known: readonly AccountName[] | undefined,
  wanted: string | undefined,
  first: string | null,
): string | undefined {
  if (known === undefined) return wanted === undefined || wanted === first ? first ?? undefined
    : undefined
  if (wanted !== undefined && known.some((each) => each.id === wanted)) return wanted
  return first ?? known[0]?.id
}

export function nameOf(account: AccountName): string {
  return account.name ?? `Account ${account.id}`
}
