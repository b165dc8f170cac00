import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { decimal, type Decimal } from '../../client/decimal'
import type { Rest } from '../../client/rest'
import type { AccountMargin, Settings } from '../../client/shapes'
import type { Account } from '../account/account'
import { createLoader, type Loader } from '../look/loaded'

/** A change of the account is followed by others: the sheet is read once for them. */
const settleMs = 250
const rereadEveryMs = 3_000

/** How the account on the screen trades, and what it has and needs. */
export interface Margin {
  readonly settings: Accessor<Settings | undefined>
  readonly settingsLoader: Loader<Settings | undefined>
  readonly sheet: Accessor<readonly AccountMargin[] | undefined>
  readonly sheetLoader: Loader<readonly AccountMargin[]>
  /** The platform's answer to a change of the settings. */
  learn(settings: Settings): void
  /** What may be put behind new positions; undefined while unknown. */
  free(asset: string): Decimal | undefined
}

/** @param now this machine's time */
export function createMargin(
  rest: Pick<Rest, 'settings' | 'margin'>,
  account: Pick<Account, 'id' | 'positions' | 'balances'>,
  now: Accessor<number>,
): Margin {
  const { id } = account
  const settingsLoader = createLoader<Settings | undefined>(async () => {
    const asked = id()
    return asked === undefined ? undefined : rest.settings(asked)
  })
  const sheetLoader = createLoader<readonly AccountMargin[]>(async () => {
    const asked = id()
    return asked === undefined ? [] : rest.margin(asked)
  })
  const [learned, setLearned] = createSignal<Settings | undefined>()
  const settings = () => learned() ?? settingsLoader.value()
  createEffect(
    on(id, (present) => {
      setLearned(undefined)
      settingsLoader.reset()
      sheetLoader.reset()
      if (present === undefined) return
      void settingsLoader.load()
      void sheetLoader.load()
    }),
  )
  const onMargin = createMemo(() => (settings()?.marginMode ?? 'cash') !== 'cash')
  let waiting: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(waiting))
  const round = createMemo(() => Math.floor(now() / rereadEveryMs))
  createEffect(
    on(
      [account.positions, account.balances, round, onMargin],
      ([, , , wanted]) => {
        if (!wanted || waiting !== undefined) return
        waiting = setTimeout(() => {
          waiting = undefined
          void sheetLoader.load()
        }, settleMs)
      },
      { defer: true },
    ),
  )
  return {
    settings,
    settingsLoader,
    sheet: sheetLoader.value,
    sheetLoader,
    learn(settings) {
      if (settings.accountId === id()) setLearned(settings)
    },
    free(asset) {
      const line = sheetLoader.value()?.find((each) => each.asset === asset)
      return line === undefined ? undefined : decimal(line.free)
    },
  }
}
