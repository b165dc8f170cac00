import { isLive, type Order } from '../../client/shapes'
import { compareTimes } from '../../client/times'

/** How many orders the page remembers; the oldest that have ended are forgotten first. */
const remembered = 3_000

export type OrdersById = ReadonlyMap<string, Order>

/** Adds what is newer; an order that is already known in a later state stays. */
export function withOrders(known: OrdersById, news: readonly Order[]): OrdersById {
  if (news.length === 0) return known
  const next = new Map(known)
  for (const order of news) {
    const before = next.get(order.id)
    if (before === undefined || Number(before.sequence) <= Number(order.sequence)) {
      next.set(order.id, order)
    }
  }
  return bounded(next)
}

/** Orders that were live here and are missing from a list of all live ones: they have ended. */
export function missingFrom(known: OrdersById, live: readonly Order[]): readonly string[] {
  const present = new Set(live.map((order) => order.id))
  return [...known.values()]
    .filter((order) => isLive(order.status) && !present.has(order.id))
    .map((order) => order.id)
}

export function newestFirst(known: OrdersById): readonly Order[] {
  return [...known.values()].sort(
    (a, b) => compareTimes(b.createdAt, a.createdAt) || Number(b.id) - Number(a.id),
  )
}

export function openOrders(known: OrdersById): readonly Order[] {
  return newestFirst(known).filter((order) => isLive(order.status))
}

function bounded(orders: Map<string, Order>): OrdersById {
  if (orders.size <= remembered) return orders
  const kept = newestFirst(orders).filter((order, i) => i < remembered || isLive(order.status))
  return new Map(kept.map((order) => [order.id, order]))
}
