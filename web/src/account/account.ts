import { createEffect, createMemo, on, onCleanup, type Accessor } from 'solid-js'
import { asFailure, type Failure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type {
  Balance,
  Fill,
  NewTerms,
  Order,
  PortfolioDelta,
  PortfolioSnapshot,
  Position,
} from '../../client/shapes'
import type { Stream } from '../../client/stream'
import { createLoader, type Loader } from '../look/loaded'
import { createPages, type Pages } from '../look/pages'
import type { Accounts } from './accounts'
import { createHoldings, type Holdings } from './holdings'
import { missingFrom, newestFirst, openOrders, type OrdersById } from './orders'
import type { SignedIn } from './session'

/** What the account on the screen has: orders, fills, balances, positions, live. */
export interface Account {
  /** Undefined while nobody is signed in, or the account is not known yet. */
  readonly id: Accessor<string | undefined>
  readonly orders: Accessor<OrdersById>
  readonly open: Accessor<readonly Order[]>
  readonly history: Accessor<readonly Order[]>
  readonly fills: Accessor<readonly Fill[]>
  readonly balances: Accessor<readonly Balance[]>
  readonly positions: Accessor<ReadonlyMap<string, Position>>
  /** The first loading of each list, and the older pages of the long ones. */
  readonly openLoader: Loader<unknown>
  readonly ordersPages: Pages
  readonly fillsPages: Pages
  readonly balancesLoader: Loader<unknown>
  readonly positionsLoader: Loader<unknown>
  /** An answer to a request of the page's own, which was for that account. */
  learn(order: Order, accountId: string | undefined): void
  /**
   * Gives an open order other terms.
   *
   * @throws a failure when it stays as it was, or nobody knows
   */
  change(id: string, terms: NewTerms): Promise<void>
  /** @returns why the order was not canceled; undefined when it was */
  cancel(id: string): Promise<Failure | undefined>
}

export function createAccount(
  rest: Rest,
  stream: Stream,
  signedIn: SignedIn,
  accounts: Accounts,
): Account {
  const holdings = createHoldings()
  const { orders, fills, balances, positions } = holdings
  const { learnOrders, learnFills } = holdings
  const userId = createMemo(() => signedIn.session()?.userId)
  const id = accounts.chosen
  const whose = createMemo(() => (id() === undefined ? undefined : `${userId()} ${id()}`))
  /** An answer that was asked for the account on the screen before is not learned. */
  const own = async <T>(answer: Promise<T>, learn: (value: T) => void): Promise<void> => {
    const asked = whose()
    const value = await answer
    if (whose() === asked) learn(value)
  }

  const openLoader = createLoader(() => own(rest.openOrders(id()), learnOrders))
  const ordersPages = createPages((cursor) => rest.orders(cursor, id()), learnOrders)
  const fillsPages = createPages((cursor) => rest.fills(cursor, id()), learnFills)
  const balancesLoader = createLoader(() => own(rest.balances(id()), holdings.fillInBalances))
  const positionsLoader = createLoader(() => own(rest.positions(id()), holdings.fillInPositions))
  const loaders = [openLoader, ordersPages, fillsPages, balancesLoader, positionsLoader]

  const readAgain = (order: string) =>
    own(rest.order(order, id()), (answer) => learnOrders([answer])).catch(asFailure)
  const listeners = listenersFor(holdings, readAgain, () => void fillsPages.load())

  // Another person needs another connection; another account only other topics.
  createEffect(
    on(userId, () => {
      stream.cancelOnDisconnect(false)
      stream.reauthenticate()
    }),
  )
  createEffect(
    on(whose, () => {
      holdings.clear()
      loaders.forEach((loader) => loader.reset())
      if (id() === undefined) return
      onCleanup(stream.subscribe(`account.${id()}.orders`, listeners.orders))
      onCleanup(stream.subscribe(`account.${id()}.portfolio`, listeners.portfolio))
      loaders.forEach((loader) => void loader.load())
    }),
  )

  return {
    id,
    orders,
    open: createMemo(() => openOrders(orders())),
    history: createMemo(() => newestFirst(orders())),
    fills,
    balances: createMemo(() => [...balances().values()]),
    positions,
    openLoader,
    ordersPages,
    fillsPages,
    balancesLoader,
    positionsLoader,
    learn: (order, accountId) => {
      if (accountId === id()) learnOrders([order])
    },
    change: (order, terms) =>
      own(rest.replaceOrder(order, terms, id()), (changed) => learnOrders([changed])),
    cancel: (order) =>
      own(rest.cancelOrder(order, id()), (change) => {
        const known = orders().get(order)
        if (known !== undefined) learnOrders([{ ...known, ...change }])
      }).then(() => undefined, asFailure),
  }
}

/** What the account's two topics change. */
function listenersFor(
  holdings: Holdings,
  readAgain: (orderId: string) => Promise<unknown>,
  readFills: () => void,
) {
  return {
    orders: {
      snapshot(data: unknown) {
        const live = data as Order[]
        holdings.learnOrders(live)
        missingFrom(holdings.orders(), live).forEach((order) => void readAgain(order))
      },
      delta: (data: unknown) => holdings.learnOrders(data as Order[]),
    },
    portfolio: {
      snapshot(data: unknown) {
        const whole = data as PortfolioSnapshot
        holdings.learnBalances(whole.balances)
        holdings.learnPositions(whole.positions ?? [])
        readFills()
      },
      delta(data: unknown) {
        const news = data as PortfolioDelta
        holdings.learnBalances(news.balances ?? [])
        holdings.learnPositions(news.positions ?? [])
        holdings.learnFills(news.fills ?? [])
      },
    },
  }
}
