import { createEffect, createMemo, on, type Accessor } from 'solid-js'
import type { Rest } from '../../client/rest'
import { createLoader } from '../look/loaded'
import type { SignedIn } from './session'

export type Role = 'OPERATOR' | 'TRADER'

/** What the person who is signed in may do; the platform asks again at every request. */
export function createRole(
  rest: Pick<Rest, 'call'>,
  signedIn: Pick<SignedIn, 'session'>,
): Accessor<Role | undefined> {
  const userId = createMemo(() => signedIn.session()?.userId)
  const loader = createLoader(async () => (await rest.call('getMe')).role)
  createEffect(
    on(userId, (id) => {
      loader.reset()
      if (id !== undefined) void loader.load()
    }),
  )
  return loader.value
}
