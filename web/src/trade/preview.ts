import type { Book } from '../../client/book'
import {
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  isMultipleOf,
  isPositive,
  larger,
  multiply,
  parseDecimal,
  rescale,
  smaller,
  subtract,
  toStep,
  zero,
  type Decimal,
} from '../../client/decimal'
import type { Instrument, Order, OrderType, Side } from '../../client/shapes'

/** What the ticket says, as typed. */
export interface Draft {
  readonly side: Side
  readonly type: OrderType
  readonly price: string
  readonly quantity: string
}

export interface Fault {
  readonly field: 'price' | 'quantity'
  readonly message: string
}

/** What an order would cost at most (buy) or bring at least (sell), in the quote asset. */
export interface Preview {
  readonly value: Decimal
  readonly fee: Decimal
  readonly total: Decimal
  /** The average price a market order would get from the book on the screen. */
  readonly averagePrice: Decimal | undefined
}

/** The first thing that is wrong with a draft, in words that say what would be right. */
export function faultOf(draft: Draft, instrument: Instrument): Fault | undefined {
  const { price, quantity } = draft
  if (draft.type === 'limit') {
    const message = stepFault('Price', price, instrument.tickSize)
    if (message !== undefined) return { field: 'price', message }
  }
  const message = stepFault('Quantity', quantity, instrument.lotSize)
  return message === undefined ? undefined : { field: 'quantity', message }
}

function stepFault(name: string, text: string, stepText: string): string | undefined {
  const value = parseDecimal(text)
  const step = decimal(stepText)
  if (text === '') return `${name} is missing.`
  if (value === undefined) return `${name} must be a plain number such as ${stepText}.`
  if (!isPositive(value)) return `${name} must be above 0.`
  if (!isMultipleOf(value, step)) return `${name} must be a multiple of ${stepText}.`
  return undefined
}

/**
 * Value, fee and total of a draft without faults. A limit order is valued at its own price, its
 * worst; a market order by walking the book. Undefined when the book cannot fill it.
 */
export function previewOf(
  draft: Draft,
  instrument: Instrument,
  book: Book | undefined,
): Preview | undefined {
  const quantity = parseDecimal(draft.quantity)
  if (quantity === undefined || !isPositive(quantity)) return undefined
  const value = draft.type === 'limit' ? limitValue(draft, quantity) : walk(draft, quantity, book)
  if (value === undefined) return undefined
  const fee = multiply(value, takerFee(instrument))
  const scale = decimal(instrument.tickSize).scale
  return {
    value,
    fee,
    total: draft.side === 'buy' ? add(value, fee) : subtract(value, fee),
    averagePrice: draft.type === 'market' ? divide(value, quantity, scale, 'down') : undefined,
  }
}

function takerFee(instrument: Instrument): Decimal {
  return decimal(instrument.takerFee ?? '0')
}

function limitValue(draft: Draft, quantity: Decimal): Decimal | undefined {
  const price = parseDecimal(draft.price)
  return price === undefined ? undefined : multiply(price, quantity)
}

function walk(draft: Draft, quantity: Decimal, book: Book | undefined): Decimal | undefined {
  const levels = draft.side === 'buy' ? book?.asks : book?.bids
  let left = quantity
  let value = zero
  for (const level of levels ?? []) {
    const taken = smaller(left, level.quantity)
    value = add(value, multiply(taken, level.price))
    left = subtract(left, taken)
    if (!isPositive(left)) return value
  }
  return undefined
}

/** An amount as the ticket shows it: costs rounded up, proceeds down, never to one's favour. */
export function shownAmount(amount: Decimal, side: Side): Decimal {
  return rescale(amount, 2, side === 'buy' ? 'up' : 'down')
}

/** The largest whole number of lots that `tenths` tenths of the available funds allow. */
export function sizeFor(
  tenths: number,
  side: Side,
  available: Decimal,
  price: Decimal | undefined,
  instrument: Instrument,
): Decimal | undefined {
  const share = multiply(available, { units: BigInt(tenths), scale: 1 })
  const lot = decimal(instrument.lotSize)
  if (side === 'sell') return toStep(share, lot, 'down')
  if (price === undefined || !isPositive(price)) return undefined
  const withFee = multiply(price, add(decimal('1'), takerFee(instrument)))
  return toStep(divide(share, withFee, lot.scale, 'down'), lot, 'down')
}

/** How many times the largest recent size is taken for unusual. */
const unusualTimes = decimal('5')
const recentOrders = 50

/**
 * The largest recent size in this market when the quantity is more than five times that; undefined
 * when the size is usual or there is no past to compare with.
 */
export function unusualAgainst(
  quantity: Decimal,
  symbol: string,
  past: readonly Order[],
): Decimal | undefined {
  const sizes = past
    .filter((order) => order.symbol === symbol)
    .slice(0, recentOrders)
    .map((order) => decimal(order.quantity))
  if (sizes.length === 0) return undefined
  const largest = sizes.reduce(larger)
  return compare(quantity, multiply(largest, unusualTimes)) > 0 ? largest : undefined
}

/** The price a number of ticks away, never below one tick. */
export function stepped(text: string, ticks: number, tickSize: string): string | undefined {
  const price = parseDecimal(text)
  if (price === undefined) return undefined
  const tick = decimal(tickSize)
  const moved = add(toStep(price, tick, 'down'), multiply(tick, decimal(String(ticks))))
  const bounded = larger(moved, tick)
  return formatDecimal(rescale(bounded, tick.scale, 'down'))
}
