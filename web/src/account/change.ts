import { compare, decimal, divide, multiply, subtract, type Decimal } from '../../client/decimal'
import type { Instrument, NewTerms, Order } from '../../client/shapes'
import { stepFault } from '../trade/faults'

/** New terms as they are typed. */
export interface TypedTerms {
  readonly price: string
  readonly triggerPrice: string
  readonly quantity: string
}

export type Term = keyof TypedTerms

const names: Record<Term, string> = { price: 'Price', triggerPrice: 'Trigger', quantity: 'Size' }

/** Which terms of an order can be changed; a leg is as large as what it protects. */
export function changeable(order: Order): readonly Term[] {
  const bound = order.origin === 'bracket' || order.origin === 'parent'
  const trails = order.type === 'trailingStop'
  return [
    ...(order.triggerPrice && !trails ? (['triggerPrice'] as const) : []),
    ...(order.price ? (['price'] as const) : []),
    ...(bound ? [] : (['quantity'] as const)),
  ]
}

export function termsOf(order: Order): TypedTerms {
  return {
    price: order.price ?? '',
    triggerPrice: order.triggerPrice ?? '',
    quantity: order.quantity,
  }
}

/** What is wrong with new terms, by term. */
export function termFaults(
  order: Order,
  typed: TypedTerms,
  market: Instrument,
): Partial<Record<Term, string>> {
  const faults: Partial<Record<Term, string>> = {}
  for (const term of changeable(order)) {
    const step = term === 'quantity' ? market.lotSize : market.tickSize
    const text = typed[term].trim()
    const fault = stepFault(names[term], text, step) ?? filledFault(order, term, text)
    if (fault !== undefined) faults[term] = fault
  }
  return faults
}

function filledFault(order: Order, term: Term, text: string): string | undefined {
  if (term !== 'quantity' || compare(decimal(text), decimal(order.filled)) > 0) return undefined
  return `Size must be above ${order.filled}, which has been filled.`
}

/** Only what is another than before; undefined when nothing is. */
export function changesOf(order: Order, typed: TypedTerms): NewTerms | undefined {
  const before = termsOf(order)
  const changed = changeable(order).filter(
    (term) => compare(decimal(typed[term].trim()), decimal(before[term])) !== 0,
  )
  if (changed.length === 0) return undefined
  return Object.fromEntries(changed.map((term) => [term, typed[term].trim()]))
}

/** How far the market has to go until an order is triggered, as a share of where it is. */
export function distance(
  order: Pick<Order, 'triggerPrice' | 'status'>,
  price: Decimal | undefined,
): Decimal | undefined {
  if (!order.triggerPrice || order.status !== 'pending' || price === undefined) return undefined
  if (price.units === 0n) return undefined
  const way = subtract(decimal(order.triggerPrice), price)
  return divide(multiply(way, decimal('100')), price, 2, 'down')
}
