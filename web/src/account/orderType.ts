import type { Order } from '../../client/shapes'

type Typed = Pick<
  Order,
  'type' | 'triggerPrice' | 'origin' | 'algo' | 'hidden' | 'displayQuantity' | 'trailPercent'
  | 'trail' | 'postOnly' | 'reduceOnly'
>

const words: Record<Order['type'], string> = {
  limit: 'Limit',
  market: 'Market',
  stop: 'Stop',
  stopLimit: 'Stop limit',
  marketIfTouched: 'If touched',
  limitIfTouched: 'Limit if touched',
  trailingStop: 'Trailing stop',
}

/** What an order is, in a word or two: its type, or what it is to the order that brought it. */
export function orderWord(order: Typed): string {
  if (order.origin === 'bracket') return order.type === 'limit' ? 'Take profit' : 'Stop loss'
  if (order.origin === 'parent') return 'Slice'
  if (order.origin === 'liquidation') return 'Liquidation'
  return order.algo ? order.algo.type.toUpperCase() : words[order.type]
}

/** What an order is, and where it waits: `Stop 95299.85`. */
export function orderType(order: Typed): string {
  return order.triggerPrice ? `${orderWord(order)} ${order.triggerPrice}` : orderWord(order)
}

/** What else it was told: `post-only, iceberg 0.5`. */
export function orderFlags(order: Typed): string {
  return [
    order.trail && `${order.trail} away`,
    order.trailPercent && `${order.trailPercent} % away`,
    order.postOnly && 'post-only',
    order.reduceOnly && 'reduce-only',
    order.hidden && 'hidden',
    order.displayQuantity && `iceberg ${order.displayQuantity}`,
  ]
    .filter(Boolean)
    .join(', ')
}
