import { createEffect, createMemo, on, onCleanup, type Accessor } from 'solid-js'
import { asFailure, type Failure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { Balance, Fill, Order, PortfolioDelta, PortfolioSnapshot } from '../../client/shapes'
import type { Stream } from '../../client/stream'
import { createLoader, type Loader } from '../look/loaded'
import { createHoldings } from './holdings'
import { missingFrom, newestFirst, openOrders, type OrdersById } from './orders'
import type { SignedIn } from './session'

/** What the person who is signed in has: orders, fills, balances, live. */
export interface Account {
  readonly orders: Accessor<OrdersById>
  readonly open: Accessor<readonly Order[]>
  readonly history: Accessor<readonly Order[]>
  readonly fills: Accessor<readonly Fill[]>
  readonly balances: Accessor<readonly Balance[]>
  /** The first loading of each list. */
  readonly ordersLoader: Loader<unknown>
  readonly fillsLoader: Loader<unknown>
  readonly balancesLoader: Loader<unknown>
  /** An answer to a request of the page's own. */
  learn(order: Order): void
  /** @returns why the order was not canceled; undefined when it was */
  cancel(id: string): Promise<Failure | undefined>
}

export function createAccount(rest: Rest, stream: Stream, signedIn: SignedIn): Account {
  const holdings = createHoldings()
  const { orders, fills, balances, learnOrders, learnFills, learnBalances } = holdings
  const userId = createMemo(() => signedIn.session()?.userId)
  /** An answer that was asked for by the person who was signed in before is not learned. */
  const own = async <T>(answer: Promise<T>, learn: (value: T) => void): Promise<void> => {
    const asked = userId()
    const value = await answer
    if (userId() === asked) learn(value)
  }

  const ordersLoader = createLoader(async () => {
    await own(rest.openOrders(), learnOrders)
    await own(rest.orders(), (page) => learnOrders(page.items))
  })
  const fillsLoader = createLoader(() => own(rest.fills(), (page) => learnFills(page.items)))
  const balancesLoader = createLoader(() => own(rest.balances(), holdings.fillInBalances))
  const loaders = [ordersLoader, fillsLoader, balancesLoader]

  const ordersChanged = {
    snapshot: (data: unknown) => {
      const live = data as Order[]
      learnOrders(live)
      for (const id of missingFrom(orders(), live)) {
        own(rest.order(id), (order) => learnOrders([order])).catch(asFailure)
      }
    },
    delta: (data: unknown) => learnOrders(data as Order[]),
  }
  const portfolioChanged = {
    snapshot: (data: unknown) => {
      learnBalances((data as PortfolioSnapshot).balances)
      void fillsLoader.load()
    },
    delta: (data: unknown) => {
      const news = data as PortfolioDelta
      learnBalances(news.balances ?? [])
      learnFills(news.fills ?? [])
    },
  }

  createEffect(
    on(userId, (id) => {
      holdings.clear()
      loaders.forEach((loader) => loader.reset())
      stream.reauthenticate()
      if (id === undefined) return
      onCleanup(stream.subscribe('orders', ordersChanged))
      onCleanup(stream.subscribe('portfolio', portfolioChanged))
      loaders.forEach((loader) => void loader.load())
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
    learn: (order) => learnOrders([order]),
    cancel: (id) =>
      own(rest.cancelOrder(id), (change) => {
        const known = orders().get(id)
        if (known !== undefined) learnOrders([{ ...known, ...change }])
      }).then(() => undefined, asFailure),
  }
}
