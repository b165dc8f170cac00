import type { Level } from '../../../client/book'
import {
  add,
  canonical,
  decimal,
  formatDecimal,
  multiply,
  rescale,
  subtract,
  toNumber,
  toStep,
  zero,
  type Decimal,
} from '../../../client/decimal'
import type { Order, Side } from '../../../client/shapes'

/** One row of the book: the quantity at its price and at all better ones. */
export interface DepthRow {
  readonly price: Decimal
  /** With the decimals of the step. */
  readonly text: string
  readonly quantity: Decimal
  readonly cumulative: Decimal
}

/**
 * Levels gathered into steps of price, best first: bids fall to the step below, asks rise to the
 * one above, so that no row promises a better price than its orders have.
 *
 * @param side whose orders they are: `buy` for the bids
 */
export function gather(
  levels: readonly Level[],
  step: Decimal,
  side: Side,
  rowsMax: number,
): readonly DepthRow[] {
  const rows: DepthRow[] = []
  let cumulative = zero
  for (const level of levels) {
    const price = toStep(level.price, step, side === 'buy' ? 'down' : 'up')
    const last = rows.at(-1)
    cumulative = add(cumulative, level.quantity)
    if (last !== undefined && canonical(last.price) === canonical(price)) {
      rows[rows.length - 1] = { ...last, quantity: add(last.quantity, level.quantity), cumulative }
    } else if (rows.length === rowsMax) {
      return rows
    } else {
      const text = formatDecimal(rescale(price, step.scale, 'down'))
      rows.push({ price, text, quantity: level.quantity, cumulative })
    }
  }
  return rows
}

/** What is left of one's own orders in the book on a side, in the rows of `gather`. */
export function ownSizes(
  orders: readonly Order[],
  step: Decimal,
  side: Side,
): ReadonlyMap<string, Decimal> {
  const sizes = new Map<string, Decimal>()
  for (const order of orders) {
    // Of an order that is worked over time only the slices are in the book.
    const waits = order.status === 'pending' || Boolean(order.algo)
    if (order.side !== side || waits || order.price === undefined || order.price === null) continue
    const row = canonical(toStep(decimal(order.price), step, side === 'buy' ? 'down' : 'up'))
    const left = subtract(decimal(order.quantity), decimal(order.filled))
    sizes.set(row, add(sizes.get(row) ?? zero, left))
  }
  return sizes
}

/** The steps that a market's book can be gathered in: 1, 10, 100 and 1,000 ticks. */
export function steps(tickSize: string): readonly string[] {
  const tick = decimal(tickSize)
  return ['1', '10', '100', '1000'].map((times) => canonical(multiply(tick, decimal(times))))
}

/** How deep a row reaches, as a share of the deepest on the screen. */
export function shareOf(row: DepthRow, deepest: Decimal): number {
  const whole = toNumber(deepest)
  return whole === 0 ? 0 : Math.min(1, toNumber(row.cumulative) / whole)
}
