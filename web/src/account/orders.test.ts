import { describe, expect, it } from 'vitest'
import type { Order, OrderStatus } from '../../client/shapes'
import { missingFrom, newestFirst, openOrders, withOrders } from './orders'

function order(id: string, status: OrderStatus, sequence: number): Order {
  return {
    id,
    clientOrderId: `key-${id}`,
    symbol: 'BTC-USD',
    side: 'buy',
    type: 'limit',
    price: '100',
    quantity: '1',
    filled: '0',
    status,
    sequence,
    createdAt: `2026-03-02T10:00:${id.padStart(2, '0')}Z`,
  }
}

describe('the orders on the page', () => {
  it('keep the later state, whichever road it came by first', () => {
    const streamed = withOrders(new Map(), [order('1', 'filled', 12)])
    const answered = withOrders(streamed, [order('1', 'open', 10)])
    expect(answered.get('1')?.status).toBe('filled')
  })

  it('are listed newest first, the live ones apart', () => {
    const known = withOrders(new Map(), [
      order('1', 'open', 1),
      order('3', 'partiallyFilled', 3),
      order('2', 'canceled', 2),
    ])
    expect(newestFirst(known).map((each) => each.id)).toEqual(['3', '2', '1'])
    expect(openOrders(known).map((each) => each.id)).toEqual(['3', '1'])
  })

  it('show which ended while nobody listened', () => {
    const known = withOrders(new Map(), [
      order('1', 'open', 1),
      order('2', 'open', 2),
      order('3', 'filled', 3),
    ])
    expect(missingFrom(known, [order('2', 'open', 2)])).toEqual(['1'])
  })

  it('are bounded, but a live one is never forgotten', () => {
    const first = withOrders(new Map(), [order('0', 'open', 1)])
    const many = Array.from({ length: 3_200 }, (_, i) => ({
      ...order(String(i + 1), 'filled' as const, i + 2),
      createdAt: `2026-03-02T11:${String(i).padStart(6, '0')}`,
    }))
    const known = withOrders(first, many)
    expect(known.size).toBe(3_001)
    expect(known.has('0')).toBe(true)
  })
})
