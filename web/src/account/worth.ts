import { createEffect, createMemo, mapArray, on, type Accessor } from 'solid-js'
import type { Decimal } from '../../client/decimal'
import type { Rest } from '../../client/rest'
import type { EquityPoint } from '../../client/shapes'
import { createLoader } from '../look/loaded'
import type { Instruments } from '../market/instruments'
import { followLast } from '../market/lastPrice'
import type { Topics } from '../market/topics'
import type { Account } from './account'
import { dayStart, pointAt, profitSince, type Profit } from './dayProfit'
import type { Margin } from '../margin/margin'
import { equityOf, valuingMarkets, withProfits } from './equity'

const hourMs = 3_600_000
const rereadEveryMs = 60_000

/** What the account is worth now, at the last prices of our own markets, and since midnight. */
export interface Worth {
  readonly equity: Accessor<Decimal | undefined>
  readonly dayProfit: Accessor<Profit | undefined>
  /** The newest sample that the platform has taken. */
  readonly newest: Accessor<EquityPoint | undefined>
}

/** @param now the platform's time as far as it is known */
export function createWorth(
  rest: Rest,
  account: Account,
  margin: Pick<Margin, 'sheet'>,
  instruments: Instruments,
  topics: Topics,
  now: Accessor<number>,
): Worth {
  const equity = createEquity(account, margin, instruments, topics)
  const today = createMemo(() => dayStart(now()))
  const points = createLoader(async () => {
    const id = account.id()
    if (id === undefined) return []
    // A few hours more than the day: the last sample before midnight is where it starts.
    return rest.equity(id, '1h', new Date(today() - 6 * hourMs).toISOString())
  })
  const round = createMemo(() => Math.floor(now() / rereadEveryMs))
  createEffect(
    on([account.id, round], ([id], before) => {
      if (id !== before?.[0]) points.reset()
      if (id !== undefined) void points.load()
    }),
  )
  const newest = () => points.value()?.at(-1)
  return {
    equity,
    newest,
    dayProfit: createMemo(() => {
      const [sum, last, known] = [equity(), newest(), points.value() ?? []]
      const base = pointAt(known, today())
      if (sum === undefined || last === undefined || base === undefined) return undefined
      return profitSince(base, last, sum)
    }),
  }
}

function createEquity(
  account: Account,
  margin: Pick<Margin, 'sheet'>,
  instruments: Instruments,
  topics: Topics,
): Accessor<Decimal | undefined> {
  const markets = createMemo(() =>
    valuingMarkets(account.balances(), instruments.value() ?? []),
  )
  const symbols = createMemo(
    () => [...markets().values()].filter((each) => each !== undefined),
    [],
    { equals: (a, b) => a.join() === b.join() },
  )
  const prices = createMemo(
    mapArray(symbols, (symbol) => {
      const last = followLast(topics, () => symbol)
      return { symbol, price: () => last()?.price }
    }),
  )
  return createMemo(() => {
    if (account.balances().length === 0) return undefined
    const priceOf = (asset: string) =>
      prices()
        .find((each) => each.symbol === markets().get(asset))
        ?.price()
    return equityOf(withProfits(account.balances(), margin.sheet() ?? []), priceOf)
  })
}
