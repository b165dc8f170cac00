// What the platform sends and takes, as JSON. Decimals and ids are strings, times ISO-8601 UTC.
import type { Operations, Settings, Terms } from './operations.js'

export type {
  AccountEvent,
  AllRates,
  AuditRecord,
  AuditVerification,
  Difference,
  Limits,
  OneRate,
  Reconciliation,
  Settings,
  Terms,
} from './operations.js'

export interface Session {
  readonly token: string
  readonly outerToken?: string
  readonly expiresAt: string
  readonly userId: string
  /** The first account; null while there is none. */
  readonly accountId: string | null
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Instrument {
  readonly symbol: string
  readonly kind: string
  readonly base: string
  /** Null where a venue's market has none. */
  readonly quote: string | null
  readonly tickSize: string
  readonly lotSize: string
  /** A fraction of the value; null where orders cannot be sent. */
  readonly makerFee: string | null
  readonly takerFee: string | null
  readonly tradable: boolean
  readonly state: string
  /** Of the base in one contract; absent where orders cannot be sent, like all below. */
  readonly multiplier?: string | null | undefined
  /** What values positions on margin; absent while there is none. */
  readonly markPrice?: string | null | undefined
  readonly terms?: Terms | null | undefined
}

export type Side = 'buy' | 'sell'

/** What {@link PlaceOrder} says, each field with its meaning. */
type OrderBody = Operations['placeOrder']['request']['body']
export type OrderType = OrderBody['type']
export type TimeInForce = NonNullable<OrderBody['timeInForce']>
export type SelfTradePrevention = Settings['selfTradePrevention']
export type Algo = NonNullable<OrderBody['algo']>['type']

export type OrderStatus =
  | 'pending'
  | 'open'
  | 'partiallyFilled'
  | 'filled'
  | 'canceled'
  | 'rejected'
  | 'expired'

export interface Order {
  readonly id: string
  readonly clientOrderId: string
  readonly symbol: string
  readonly side: Side
  readonly type: OrderType
  /** Absent or null on a market order. */
  readonly price?: string | null
  /** Where an order waits for the market; absent when it does not. */
  readonly triggerPrice?: string | null | undefined
  readonly quantity: string
  readonly filled: string
  readonly averagePrice?: string | null
  readonly status: OrderStatus
  readonly timeInForce?: string
  readonly sequence: number | string
  readonly createdAt: string
  /** Whose price triggers it. */
  readonly triggerBy?: string | null | undefined
  /** Who made it: the client, or the platform as a leg, a slice or a liquidation. */
  readonly origin?: string
  /** Of the order that brought the legs; that order names itself. */
  readonly groupId?: string | null | undefined
  /** Of the order that this one works. */
  readonly parentId?: string | null | undefined
  readonly trail?: string | null | undefined
  readonly trailPercent?: string | null | undefined
  readonly displayQuantity?: string | null | undefined
  readonly hidden?: boolean | null | undefined
  readonly postOnly?: boolean | null | undefined
  readonly reduceOnly?: boolean | null | undefined
  readonly expiresAt?: string | null | undefined
  readonly cancelReason?: string | null | undefined
  readonly algo?: { readonly type: Algo } | null | undefined
}

/** What a cancellation changed of its order. */
export type CanceledOrder = Pick<Order, 'id' | 'status' | 'sequence'>

/** An order as it is sent, with a key of its own. */
export type PlaceOrder = Readonly<OrderBody> & { readonly clientOrderId: string }

/** The terms that an order gets instead of those it has. */
export interface NewTerms {
  readonly price?: string
  readonly triggerPrice?: string
  /** Of the whole order, what has been filled included. */
  readonly quantity?: string
}

export interface Fill {
  readonly id: string
  readonly orderId: string
  readonly symbol: string
  readonly side: Side
  readonly price: string
  readonly quantity: string
  readonly fee: string
  readonly feeAsset: string
  readonly liquidity: string
  readonly time: string
}

export interface Balance {
  readonly accountId: string
  readonly asset: string
  readonly total: string
  readonly held: string
  readonly available: string
}

export interface Trade {
  readonly id: string
  readonly price: string
  readonly quantity: string
  readonly side?: Side | null
  readonly time: string
}

export interface Quote {
  readonly bid: string | null
  readonly bidQuantity: string | null
  readonly ask: string | null
  readonly askQuantity: string | null
  /** Null while the quote is unknown. */
  readonly time: string | null
  readonly source?: string
  readonly ageMs?: number | null
}

export interface Bar {
  readonly time: string
  readonly open: string
  readonly high: string
  readonly low: string
  readonly close: string
  readonly volume: string
  readonly trades: number
}

export type Interval = '1s' | '1m' | '5m' | '1h' | '1d'

/** What is taken out of a share's past prices. */
export type Adjustment = 'none' | 'split' | 'total'

/** A price and the whole quantity there. */
export type LevelText = readonly [price: string, quantity: string]

export type Reliance = 'good' | 'stale' | 'unknown'

export interface BookSnapshot {
  readonly bids: readonly LevelText[]
  readonly asks: readonly LevelText[]
  readonly sequence: number | string
  readonly time: string | null
  readonly source?: string
  readonly ageMs?: number | null
  /** How far it can be relied on, where the platform tells it. */
  readonly state?: Reliance
}

export interface Health {
  readonly status: string
  /** Which build answers, where it says so. */
  readonly version?: string
  readonly commit?: string
}

/** An account that a user can use. */
export interface AccountName {
  readonly id: string
  readonly name?: string
  /** Of the pool that the account belongs to; null when it is the user's own. */
  readonly poolId?: string | null
}

export interface Position {
  readonly accountId: string
  readonly symbol: string
  /** Below 0 when short. */
  readonly quantity: string
  /** Null when the quantity is 0. */
  readonly averagePrice: string | null
  /** Null while unknown, like the P&L that it makes. */
  readonly markPrice: string | null
  readonly unrealizedPnl: string | null
  readonly realizedPnl: string
  /** Net, or long and short apart in a hedging account; net when absent. */
  readonly side?: 'net' | 'long' | 'short'
  /** Held for it and its open orders; zero when bought in full. */
  readonly margin?: string
}

/** What an account has and needs in one asset. */
export interface AccountMargin {
  readonly accountId: string
  readonly asset: string
  /** The total, and what closing its positions at their marks would earn. */
  readonly equity: string
  readonly unrealizedPnl: string
  readonly initialMargin: string
  /** Below this the account is liquidated. */
  readonly maintenanceMargin: string
  /** What may be put behind new positions. */
  readonly free: string
}

/** What an account was worth, and what had been brought in by then, in US dollars. */
export interface EquityPoint {
  readonly time: string
  readonly equity: string
  readonly netDeposits: string
}

/** Something outside of the book that moves its price: a goal, a halt, a headline. */
export interface MarketEvent {
  readonly id: string
  readonly time: string
  readonly kind: string
  readonly headline: string
}

export interface PortfolioSnapshot {
  readonly balances: readonly Balance[]
  readonly positions?: readonly Position[]
}

export interface PortfolioDelta {
  readonly balances?: readonly Balance[]
  readonly fills?: readonly Fill[]
  readonly positions?: readonly Position[]
}

/** True while the order can still trade. */
export function isLive(status: OrderStatus): boolean {
  return status === 'open' || status === 'partiallyFilled' || status === 'pending'
}
