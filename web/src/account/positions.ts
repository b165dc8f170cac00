import {
  add,
  canonical,
  decimal,
  divide,
  isZero,
  multiply,
  negate,
  subtract,
  type Decimal,
} from '../../client/decimal'
import type { Position, Quote, Side } from '../../client/shapes'

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
    const sum = add(decimal(quote.bid), decimal(quote.ask))
    return divide(sum, two, sum.scale + 1, 'down')
  }
  const text = last ?? position.markPrice
  return text === null ? undefined : decimal(text)
}

/** Quantity times mark; below 0 when short. */
export function valueOf(position: Position, mark: Decimal): Decimal {
  return multiply(decimal(position.quantity), mark)
}

/** What closing at the mark would bring, exactly; undefined while the average is not known. */
export function unrealizedOf(position: Position, mark: Decimal): Decimal | undefined {
  const quantity = decimal(position.quantity)
  if (isZero(quantity)) return quantity
  if (position.averagePrice === null) return undefined
  return multiply(subtract(mark, decimal(position.averagePrice)), quantity)
}

/** The order that ends a position; undefined when there is nothing to end. */
export function closing(position: Position): { side: Side; quantity: string } | undefined {
  const quantity = decimal(position.quantity)
  if (isZero(quantity)) return undefined
  const short = quantity.units < 0n
  return {
    side: short ? 'buy' : 'sell',
    quantity: canonical(short ? negate(quantity) : quantity),
  }
}
