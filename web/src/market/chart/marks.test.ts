import { describe, expect, it } from 'vitest'
import type { Fill, Order } from '../../../client/shapes'
import { eventMarks, fillMarks, orderLines } from './marks'

const fill = (time: string, side: 'buy' | 'sell', quantity: string, symbol = 'ACME') =>
  ({ time, side, quantity, symbol }) as Fill

describe('the marks on a chart', () => {
  it('add up the fills of one bar and side, exactly', () => {
    const fills = [
      fill('2026-03-02T10:01:59Z', 'buy', '0.1'),
      fill('2026-03-02T10:01:30Z', 'sell', '5'),
      fill('2026-03-02T10:01:00Z', 'buy', '0.2'),
      fill('2026-03-02T10:00:59Z', 'buy', '7'),
      fill('2026-03-02T10:01:00Z', 'buy', '9', 'GLOBEX'),
    ]
    const marks = fillMarks(fills, 'ACME', '1m', 0)
    expect(marks.map(({ ms, kind, text }) => [new Date(ms).toISOString(), kind, text])).toEqual([
      ['2026-03-02T10:00:00.000Z', 'buy', '7'],
      ['2026-03-02T10:01:00.000Z', 'buy', '0.3'],
      ['2026-03-02T10:01:00.000Z', 'sell', '5'],
    ])
  })

  it('leave out what is older than the first bar', () => {
    const from = Date.parse('2026-03-02T10:00:00Z')
    expect(fillMarks([fill('2026-03-02T09:59:59Z', 'buy', '1')], 'ACME', '1m', from)).toEqual([])
  })

  it('show the newest event of a bar, one that moves the price before others', () => {
    const event = (headline: string, time: string, kind = 'goal') => ({
      id: headline,
      time,
      kind,
      headline,
    })
    const events = [
      event('a shot alone', '2026-03-02T10:12:00Z', 'shot'),
      event('third', '2026-03-02T10:07:00Z'),
      event('a shot', '2026-03-02T10:04:00Z', 'shot'),
      event('second', '2026-03-02T10:03:00Z'),
      event('first', '2026-03-02T10:01:00Z'),
    ]
    expect(eventMarks(events, '5m', 0).map(({ kind, text }) => [kind, text])).toEqual([
      ['event', 'second'],
      ['event', 'third'],
      ['minor', 'a shot alone'],
    ])
  })

  it('draw working orders of one price with what is left of them, market orders not at all', () => {
    const order = (price: string | null, side = 'sell') =>
      ({ id: '7', symbol: 'ACME', side, price, quantity: '2', filled: '0.5' }) as Order
    const orders = [order('123.40'), order(null), order('123.4'), order('120', 'buy')]
    expect(orderLines(orders, 'ACME')).toEqual([
      { price: 123.4, side: 'sell', title: 'Sell 3', order: undefined, term: 'price' },
      { price: 120, side: 'buy', title: 'Buy 1.5', order: '7', term: 'price' },
    ])
    expect(orderLines([order('1')], 'GLOBEX')).toEqual([])
  })

  it('draw what waits at its trigger, and not as if it were in the book', () => {
    const stop = {
      id: '8',
      symbol: 'ACME',
      side: 'sell',
      type: 'stopLimit',
      status: 'pending',
      price: '99',
      triggerPrice: '100',
      quantity: '2',
      filled: '0',
    } as Order
    expect(orderLines([stop], 'ACME')).toEqual([
      { price: 100, side: 'sell', title: 'Stop limit 2', order: '8', term: 'triggerPrice' },
    ])
    const [trailing] = orderLines([{ ...stop, type: 'trailingStop' }], 'ACME')
    expect(trailing?.order).toBeUndefined()
  })
})
