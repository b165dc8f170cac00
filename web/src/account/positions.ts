import {
  add,
  canonical,
  decimal,
  divide,
  isZero,
  larger,
  multiply,
  negate,
  smaller,
  subtract,
  type Decimal,
} from '../../client/decimal'
import type { Position, Quote, Side } from '../../client/shapes'

const one = decimal('1')
const two = decimal('2')

/**
 * What a position is valued at: the middle of the quote, the last trade when a side is missing,
 * what the platform said when neither is known here.
 */
export function markOf(
  quote: Quote | undefined,
  last: string | undefined,
  position: Position,
): Decimal | undefined {
  if (quote !== undefined && quote.bid !== null && quote.ask !== null) {
    return middle(decimal(quote.bid), decimal(quote.ask))
  }
  const text = last ?? position.markPrice
  return text === null ? undefined : decimal(text)
}

/**
 * What the exchange marks a market on margin at that is traded here: the middle one of last trade,
 * best bid and best ask; a side that is empty has no say.
 */
export function exchangeMark(
  quote: Quote | undefined,
  last: string | undefined,
): Decimal | undefined {
  const bid = quote?.bid ? decimal(quote.bid) : undefined
  const ask = quote?.ask ? decimal(quote.ask) : undefined
  if (last === undefined) return bid && ask && middle(bid, ask)
  const trade = decimal(last)
  const bidden = bid === undefined ? trade : larger(trade, bid)
  return ask === undefined ? bidden : smaller(bidden, ask)
}

function middle(bid: Decimal, ask: Decimal): Decimal {
  const sum = add(bid, ask)
  return divide(sum, two, sum.scale + 1, 'down')
}

/** A hedging account has a long and a short position side by side. */
export function keyOf(position: Position): string {
  const { symbol, side } = position
  return side === 'long' || side === 'short' ? `${symbol} ${side}` : symbol
}

/** The symbol of a position's key. */
export function symbolOf(key: string): string {
  return key.split(' ')[0] ?? key
}

/**
 * Quantity times mark; below 0 when short.
 *
 * @param multiplier of the base in one contract
 */
export function valueOf(position: Position, mark: Decimal, multiplier = one): Decimal {
  return multiply(multiply(decimal(position.quantity), multiplier), mark)
}

/** What closing at the mark would bring, exactly; undefined while the average is not known. */
export function unrealizedOf(
  position: Position,
  mark: Decimal,
  multiplier = one,
): Decimal | undefined {
  const quantity = decimal(position.quantity)
  if (isZero(quantity)) return quantity
  if (position.averagePrice === null) return undefined
  const size = multiply(quantity, multiplier)
  return multiply(subtract(mark, decimal(position.averagePrice)), size)
}

/** An order that ends a position. */
export interface Closing {
  readonly side: Side
  readonly quantity: string
  readonly reduceOnly?: true
  readonly positionEffect?: 'close'
}

/** The order that ends a position; undefined when there is nothing to end. */
export function closing(position: Position, margined = false): Closing | undefined {
  const quantity = decimal(position.quantity)
  if (isZero(quantity)) return undefined
  const short = quantity.units < 0n
  return {
    side: short ? 'buy' : 'sell',
    quantity: canonical(short ? negate(quantity) : quantity),
    ...(margined && !isHedged(position) && { reduceOnly: true as const }),
    ...(isHedged(position) && { positionEffect: 'close' as const }),
  }
}

const isHedged = ({ side }: Position) => side === 'long' || side === 'short'
