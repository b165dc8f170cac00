import { intervalMs } from '../../../client/bars'
import { add, canonical, decimal, type Decimal } from '../../../client/decimal'
import type { Fill, Interval, MarketEvent, Order, Side } from '../../../client/shapes'
import { orderWord } from '../../account/orderType'
import { ownSizes } from '../book/grouping'

/** Something that happened at a bar. */
export interface Mark {
  /** The start of the bar. */
  readonly ms: number
  readonly kind: Side | 'event' | 'minor'
  readonly text: string
}

/** A working order across the chart. */
export interface OrderLine {
  readonly price: number
  readonly side: Side
  readonly title: string
  /** The order, where the line is of one alone and can be taken to another price. */
  readonly order?: string | undefined
  readonly term?: 'price' | 'triggerPrice'
}

/** What happens often and moves little is drawn small. */
const minorKinds = new Set(['shot', 'card', 'corner', 'substitution'])
const marksMax = 300
const verbs = { buy: 'Buy', sell: 'Sell' } as const
/** Finer than any tick: no two prices are taken for one. */
const orderScale = 18

function barOf(time: string, interval: Interval): number {
  return Math.floor(Date.parse(time) / intervalMs[interval]) * intervalMs[interval]
}

/** One's own fills, those of one bar and side as one, oldest first. */
export function fillMarks(
  fills: readonly Fill[],
  symbol: string,
  interval: Interval,
  fromMs: number,
): readonly Mark[] {
  const sizes = new Map<string, { ms: number; kind: Side; size: Decimal }>()
  for (const fill of fills) {
    const ms = barOf(fill.time, interval)
    if (fill.symbol !== symbol || ms < fromMs) continue
    const key = `${ms} ${fill.side}`
    const size = decimal(fill.quantity)
    const known = sizes.get(key)
    sizes.set(key, { ms, kind: fill.side, size: known ? add(known.size, size) : size })
    if (sizes.size === marksMax) break
  }
  return [...sizes.values()]
    .map(({ ms, kind, size }) => ({ ms, kind, text: canonical(size) }))
    .sort((a, b) => a.ms - b.ms)
}

/** What happened outside of the book, one mark a bar with its weightiest, oldest first. */
export function eventMarks(
  events: readonly MarketEvent[],
  interval: Interval,
  fromMs: number,
): readonly Mark[] {
  const marks = new Map<number, Mark>()
  for (const event of events) {
    const ms = barOf(event.time, interval)
    const kind = minorKinds.has(event.kind) ? 'minor' : 'event'
    const known = marks.get(ms)?.kind
    if (ms < fromMs || known === 'event' || known === kind) continue
    marks.set(ms, { ms, kind, text: event.headline })
    if (marks.size === marksMax) break
  }
  return [...marks.values()].sort((a, b) => a.ms - b.ms)
}

/**
 * The orders of a market: those in the book by price and side, those that wait each at its
 * trigger.
 */
export function orderLines(orders: readonly Order[], symbol: string): readonly OrderLine[] {
  const here = orders.filter((order) => order.symbol === symbol)
  const resting = (['sell', 'buy'] as const).flatMap((side) =>
    [...ownSizes(here, { units: 1n, scale: orderScale }, side)].map(([price, left]) => ({
      price: Number(price),
      side,
      title: `${verbs[side]} ${canonical(left)}`,
      order: onlyOneAt(here, side, price),
      term: 'price' as const,
    })),
  )
  const waiting = here
    .filter((order) => order.status === 'pending' && (order.triggerPrice ?? order.price))
    .map((order) => ({
      price: Number(order.triggerPrice ?? order.price),
      side: order.side,
      title: `${orderWord(order)} ${canonical(decimal(order.quantity))}`,
      order: order.type === 'trailingStop' ? undefined : order.id,
      term: order.triggerPrice ? ('triggerPrice' as const) : ('price' as const),
    }))
  return [...resting, ...waiting]
}

function onlyOneAt(orders: readonly Order[], side: Side, price: string): string | undefined {
  const there = orders.filter(
    (order) =>
      order.side === side &&
      order.status !== 'pending' &&
      !order.algo &&
      order.price &&
      canonical(decimal(order.price)) === price,
  )
  return there.length === 1 ? there[0]?.id : undefined
}
