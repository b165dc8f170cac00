import { describe, expect, it } from 'vitest'
import { bookOf } from '../../../client/book'
import { canonical, decimal } from '../../../client/decimal'
import {
  cumulate,
  depthAt,
  highest,
  midOf,
  reachOf,
  roundAbove,
  roundSteps,
  stepLine,
} from './depth'

const book = bookOf({
  bids: [
    ['99', '1'],
    ['98.5', '0.1'],
    ['90', '0.2'],
  ],
  asks: [
    ['101', '2'],
    ['103', '3'],
  ],
  sequence: 1,
  time: null,
})
const [bids, asks] = [cumulate(book.bids), cumulate(book.asks)]
const at = (price: string, side: 'buy' | 'sell') =>
  depthAt(side === 'buy' ? bids : asks, decimal(price), side)

describe('the depth of a book', () => {
  it('adds up sizes and values from the best price, exactly', () => {
    expect(bids.map((point) => canonical(point.cumulative))).toEqual(['1', '1.1', '1.3'])
    expect(bids.map((point) => canonical(point.value))).toEqual(['99', '108.85', '126.85'])
  })

  it('at a price is all that stands there and at better ones', () => {
    expect(at('98.5', 'buy')?.cumulative).toEqual(decimal('1.1'))
    expect(at('95', 'buy')?.cumulative).toEqual(decimal('1.1'))
    expect(at('102', 'sell')?.cumulative).toEqual(decimal('2'))
  })

  it('is nothing between the best prices', () => {
    expect(at('100', 'buy')).toBeUndefined()
    expect(at('100', 'sell')).toBeUndefined()
  })

  it('has its middle halfway, and none without a side', () => {
    const mid = midOf(decimal('100.01'), decimal('100.02'))
    expect(mid === undefined ? '' : canonical(mid)).toBe('100.015')
    expect(midOf(decimal('1'), undefined)).toBeUndefined()
  })

  it('shows nine levels in ten, so that one far away does not flatten the rest', () => {
    expect(reachOf(bids, asks, decimal('100'))).toBe(1.5)
    expect(reachOf([], [], decimal('100'))).toBe(1)
  })
})

describe('the picture of a depth', () => {
  const plane = { width: 100, height: 50, from: 95, to: 105, top: 5 }

  it('steps at each price, to the last one that is known or to the edge', () => {
    expect(stepLine(asks, plane, 'sell')).toBe('M60.0 50H60.0V30.0H80.0V0.0')
    expect(stepLine(bids, plane, 'buy')).toBe('M40.0 50H40.0V40.0H35.0V39.0H0.0')
  })

  it('is as high as what it shows, not as what lies outside', () => {
    expect(highest(bids, 95, 105)).toBe(1.1)
    expect(highest([], 95, 105)).toBe(0)
  })

  it('is as high as the next round number, so that it does not breathe', () => {
    expect([0, 0.97, 1, 1.1, 1.49, 24.4, 9.9].map(roundAbove)).toEqual([
      1, 1.2, 1.2, 1.2, 2, 30, 12,
    ])
  })

  it('has round numbers on its axes', () => {
    expect(roundSteps(64_287, 64_356, 5)).toEqual([64_300, 64_320, 64_340])
    expect(roundSteps(0, 0.93, 4)).toEqual([0, 0.5])
    expect(roundSteps(5, 5, 4)).toEqual([])
  })
})
