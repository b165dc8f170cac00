import { describe, expect, it } from 'vitest'
import { bookOf } from '../../../client/book'
import { canonical, decimal } from '../../../client/decimal'
import type { Order } from '../../../client/shapes'
import { gather, ownSizes, shareOf, steps, type DepthRow } from './grouping'

const book = bookOf({
  bids: [
    ['100.04', '1'],
    ['100.01', '2'],
    ['99.99', '4'],
  ],
  asks: [
    ['100.06', '1'],
    ['100.11', '3'],
    ['100.20', '5'],
  ],
  sequence: 1,
  time: null,
})

const texts = (rows: readonly DepthRow[]) =>
  rows.map((row) => `${row.text} ${canonical(row.quantity)} ${canonical(row.cumulative)}`)

describe('a gathered book', () => {
  it('lowers bids and raises asks to the step', () => {
    expect(texts(gather(book.bids, decimal('0.1'), 'buy', 10))).toEqual(['100.0 3 3', '99.9 4 7'])
    expect(texts(gather(book.asks, decimal('0.1'), 'sell', 10))).toEqual(['100.1 1 1', '100.2 8 9'])
  })

  it('shows every level at the tick', () => {
    expect(gather(book.bids, decimal('0.01'), 'buy', 10)).toHaveLength(3)
  })

  it('ends at the last whole row', () => {
    expect(texts(gather(book.asks, decimal('0.01'), 'sell', 2))).toEqual([
      '100.06 1 1',
      '100.11 3 4',
    ])
  })

  it('draws each row against the deepest', () => {
    const rows = gather(book.bids, decimal('0.01'), 'buy', 10)
    expect(rows.map((row) => shareOf(row, decimal('7')))).toEqual([1 / 7, 3 / 7, 1])
  })

  it('can be gathered in powers of ten ticks', () => {
    expect(steps('0.05')).toEqual(['0.05', '0.5', '5', '50'])
  })
})

describe('one’s own orders in a gathered book', () => {
  const order = (side: 'buy' | 'sell', price: string | null, filled = '0') =>
    ({ side, price, quantity: '2', filled }) as Order
  const texts = (step: string, side: 'buy' | 'sell') =>
    [...ownSizes(orders, decimal(step), side)].map(([at, left]) => `${at} ${canonical(left)}`)
  const orders = [
    order('buy', '100.04', '0.5'),
    order('buy', '100.01'),
    order('sell', '100.11'),
    order('buy', null),
  ]

  it('stand at their price with what is left of them', () => {
    expect(texts('0.01', 'buy')).toEqual(['100.04 1.5', '100.01 2'])
    expect(texts('0.01', 'sell')).toEqual(['100.11 2'])
  })

  it('stand in the row that their price is gathered in', () => {
    expect(texts('0.1', 'buy')).toEqual(['100 3.5'])
    expect(texts('0.1', 'sell')).toEqual(['100.2 2'])
  })
})
