import { createSignal, type Accessor } from 'solid-js'
import type { Balance, Fill, Order, Position } from '../../client/shapes'
import { withFills } from './fills'
import { withOrders, type OrdersById } from './orders'
import { keyOf } from './positions'

/** What the page knows of an account, whichever road it came by. */
export interface Holdings {
  readonly orders: Accessor<OrdersById>
  readonly fills: Accessor<readonly Fill[]>
  readonly balances: Accessor<ReadonlyMap<string, Balance>>
  /** By market, and by side where long and short stand apart. */
  readonly positions: Accessor<ReadonlyMap<string, Position>>
  learnOrders(news: readonly Order[]): void
  learnFills(news: readonly Fill[]): void
  learnBalances(news: readonly Balance[]): void
  /** Takes balances of assets that nothing is known of yet: the stream's word is newer. */
  fillInBalances(answer: readonly Balance[]): void
  learnPositions(news: readonly Position[]): void
  fillInPositions(answer: readonly Position[]): void
  clear(): void
}

const byAsset = (balances: readonly Balance[]) =>
  balances.map((each) => [each.asset, each] as const)

const byKey = (positions: readonly Position[]) =>
  positions.map((each) => [keyOf(each), each] as const)

export function createHoldings(): Holdings {
  const [orders, setOrders] = createSignal<OrdersById>(new Map())
  const [fills, setFills] = createSignal<readonly Fill[]>([])
  const [balances, setBalances] = createSignal<ReadonlyMap<string, Balance>>(new Map())
  const [positions, setPositions] = createSignal<ReadonlyMap<string, Position>>(new Map())
  return {
    orders,
    fills,
    balances,
    positions,
    learnOrders: (news) => void setOrders((now) => withOrders(now, news)),
    learnFills: (news) => void setFills((now) => withFills(now, news)),
    learnBalances: (news) => void setBalances((now) => new Map([...now, ...byAsset(news)])),
    fillInBalances: (answer) => void setBalances((now) => new Map([...byAsset(answer), ...now])),
    learnPositions: (news) => void setPositions((now) => new Map([...now, ...byKey(news)])),
    fillInPositions: (answer) =>
      void setPositions((now) => new Map([...byKey(answer), ...now])),
    clear() {
      setOrders(new Map())
      setFills([])
      setBalances(new Map())
      setPositions(new Map())
    },
  }
}
