import type { Order } from '../../client/shapes'

const words: Record<Order['type'], string> = {
  limit: 'Limit',
  market: 'Market',
  stop: 'Stop',
  stopLimit: 'Stop limit',
  marketIfTouched: 'If touched',
  limitIfTouched: 'Limit if touched',
  trailingStop: 'Trailing stop',
}

/** What an order is, and where it waits: `Stop 95299.85`. */
export function orderType(order: Pick<Order, 'type' | 'triggerPrice'>): string {
  const type = words[order.type]
  return order.triggerPrice ? `${type} ${order.triggerPrice}` : type
}
