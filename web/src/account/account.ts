import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js'
import { asFailure, type Failure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type {
  Balance,
  Fill,
  Order,
  Page,
  PortfolioDelta,
  PortfolioSnapshot,
} from '../../client/shapes'
import type { Stream } from '../../client/stream'
import { compareTimes } from '../../client/times'
import { createLoader, type Loader } from '../look/loaded'
import { missingFrom, newestFirst, openOrders, withOrders, type OrderBookkeeping } from './orders'
import type { SignedIn } from './session'

const fillsMax = 1_000

/** What the person who is signed in has: orders, fills, balances, live. */
export interface Account {
  readonly orders: Accessor<OrderBookkeeping>
  readonly open: Accessor<readonly Order[]>
  readonly history: Accessor<readonly Order[]>
  readonly fills: Accessor<readonly Fill[]>
  readonly balances: Accessor<readonly Balance[]>
  /** The first loading of each list. */
  readonly ordersLoader: Loader<Page<Order>>
  readonly fillsLoader: Loader<Page<Fill>>
  readonly balancesLoader: Loader<readonly Balance[]>
  /** An answer to a request of the page's own. */
  learn(order: Order): void
  cancel(id: string): Promise<Failure | undefined>
  load(): void
}

export function createAccount(rest: Rest, stream: Stream, signedIn: SignedIn): Account {
  const [orders, setOrders] = createSignal<OrderBookkeeping>(new Map())
  const [fills, setFills] = createSignal<readonly Fill[]>([])
  const [balances, setBalances] = createSignal<ReadonlyMap<string, Balance>>(new Map())

  const learnOrders = (news: readonly Order[]) => setOrders((known) => withOrders(known, news))
  const learnFills = (news: readonly Fill[]) => setFills((known) => withFills(known, news))
  const learnBalances = (news: readonly Balance[]) => {
    setBalances((known) => new Map([...known, ...news.map((each) => [each.asset, each] as const)]))
  }

  const accountId = createMemo(() => signedIn.session()?.accountId)
  /** An answer that was asked for by the person who was signed in before is not learned. */
  const ofSameAccount = async <T,>(answer: Promise<T>, learn: (value: T) => void): Promise<T> => {
    const asked = accountId()
    const value = await answer
    if (accountId() === asked) learn(value)
    return value
  }

  const ordersLoader = createLoader(async () => {
    await ofSameAccount(rest.openOrders(), learnOrders)
    return ofSameAccount(rest.orders(), (page) => learnOrders(page.items))
  })
  const fillsLoader = createLoader(() =>
    ofSameAccount(rest.fills(), (page) => learnFills(page.items)),
  )
  const balancesLoader = createLoader(() =>
    ofSameAccount(rest.balances(), (items) => {
      // The stream's word is newer; the answer only fills what it has not said yet.
      const answered = items.map((each) => [each.asset, each] as const)
      setBalances((known) => new Map([...answered, ...known]))
    }),
  )
  const loaders = [ordersLoader, fillsLoader, balancesLoader]
  const load = () => loaders.forEach((loader) => void loader.load())

  const settleMissing = (live: readonly Order[]) => {
    for (const id of missingFrom(orders(), live)) {
      void ofSameAccount(rest.order(id), (order) => learnOrders([order])).catch(asFailure)
    }
  }
  const followOwn = () => {
    const ends = [
      stream.subscribe('orders', {
        snapshot: (data) => {
          learnOrders(data as Order[])
          settleMissing(data as Order[])
        },
        delta: (data) => void learnOrders(data as Order[]),
      }),
      stream.subscribe('portfolio', {
        snapshot: (data) => {
          learnBalances((data as PortfolioSnapshot).balances)
          void fillsLoader.load()
        },
        delta: (data) => {
          const { balances: changed, fills: made } = data as PortfolioDelta
          if (changed !== undefined) learnBalances(changed)
          if (made !== undefined) learnFills(made)
        },
      }),
    ]
    return () => ends.forEach((end) => end())
  }

  let unfollow = () => undefined as void
  createEffect(
    on(accountId, (id) => {
      unfollow()
      unfollow = () => undefined
      setOrders(new Map())
      setFills([])
      setBalances(new Map())
      loaders.forEach((loader) => loader.reset())
      stream.reauthenticate()
      if (id === undefined) return
      unfollow = followOwn()
      load()
    }),
  )

  return {
    orders,
    open: createMemo(() => openOrders(orders())),
    history: createMemo(() => newestFirst(orders())),
    fills,
    balances: createMemo(() => [...balances().values()]),
    ordersLoader,
    fillsLoader,
    balancesLoader,
    learn: (order) => void learnOrders([order]),
    async cancel(id) {
      try {
        await ofSameAccount(rest.cancelOrder(id), (order) => learnOrders([order]))
        return undefined
      } catch (thrown) {
        return asFailure(thrown)
      }
    },
    load,
  }
}

/** Newest first, each once: a trade with oneself is two fills of one id. */
export function withFills(known: readonly Fill[], news: readonly Fill[]): readonly Fill[] {
  const all = new Map([...known, ...news].map((fill) => [`${fill.id}/${fill.orderId}`, fill]))
  return [...all.values()]
    .sort((a, b) => compareTimes(b.time, a.time) || Number(b.id) - Number(a.id))
    .slice(0, fillsMax)
}
