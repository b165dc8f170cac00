import { describe, expect, it } from 'vitest'
import { bookOf } from '../../client/book'
import { decimal, formatDecimal, canonical } from '../../client/decimal'
import type { Instrument, Order } from '../../client/shapes'
import {
  faultOf,
  previewOf,
  shownAmount,
  sizeFor,
  stepped,
  unusualAgainst,
  type Draft,
} from './preview'

const market: Instrument = {
  symbol: 'BTC-USD',
  kind: 'spot',
  base: 'BTC',
  quote: 'USD',
  tickSize: '0.01',
  lotSize: '0.0001',
  makerFee: '0.0005',
  takerFee: '0.0010',
  tradable: true,
  state: 'open',
}

const book = bookOf({
  bids: [
    ['100.00', '1'],
    ['99.00', '2'],
  ],
  asks: [
    ['101.00', '1'],
    ['103.00', '2'],
  ],
  sequence: 1,
  time: null,
})

const draft = (change: Partial<Draft>): Draft => ({
  side: 'buy',
  type: 'limit',
  price: '100.00',
  quantity: '0.5',
  ...change,
})

describe('a draft order', () => {
  it.each([
    [{ price: '' }, 'Price is missing.'],
    [{ price: 'ten' }, 'Price must be a plain number such as 0.01.'],
    [{ price: '-1' }, 'Price must be above 0.'],
    [{ price: '100.001' }, 'Price must be a multiple of 0.01.'],
    [{ quantity: '0.00005' }, 'Quantity must be a multiple of 0.0001.'],
    [{ quantity: '0' }, 'Quantity must be above 0.'],
    [{ quantity: '1e3' }, 'Quantity must be a plain number such as 0.0001.'],
  ])('with %j is told: %s', (change, message) => {
    expect(faultOf(draft(change), market)?.message).toBe(message)
  })

  it('at market needs no price', () => {
    expect(faultOf(draft({ type: 'market', price: '' }), market)).toBeUndefined()
  })

  it('to buy costs its value and the taker fee, exactly', () => {
    const preview = previewOf(draft({ price: '64321.57', quantity: '0.1234' }), market, undefined)
    expect(canonical(preview?.value ?? decimal('0'))).toBe('7937.281738')
    expect(canonical(preview?.fee ?? decimal('0'))).toBe('7.937281738')
    expect(canonical(preview?.total ?? decimal('0'))).toBe('7945.219019738')
  })

  it('to sell brings its value less the fee', () => {
    const preview = previewOf(draft({ side: 'sell', quantity: '2' }), market, undefined)
    expect(canonical(preview?.total ?? decimal('0'))).toBe('199.8')
  })

  it('at market is valued level by level', () => {
    const preview = previewOf(draft({ type: 'market', quantity: '2' }), market, book)
    expect(canonical(preview?.value ?? decimal('0'))).toBe('204')
    expect(formatDecimal(preview?.averagePrice ?? decimal('0'))).toBe('102.00')
  })

  it('at market has no value when the book is too thin or unknown', () => {
    expect(previewOf(draft({ type: 'market', quantity: '4' }), market, book)).toBeUndefined()
    expect(previewOf(draft({ type: 'market' }), market, undefined)).toBeUndefined()
  })
})

describe('an amount on the ticket', () => {
  it('is never rounded to the favour of the one who reads it', () => {
    expect(formatDecimal(shownAmount(decimal('10.001'), 'buy'))).toBe('10.01')
    expect(formatDecimal(shownAmount(decimal('10.009'), 'sell'))).toBe('10.00')
  })
})

describe('a share of the funds', () => {
  it('buys whole lots that the funds cover with the fee', () => {
    const size = sizeFor(10, 'buy', decimal('1000'), decimal('100'), market)
    expect(canonical(size ?? decimal('0'))).toBe('9.99')
    const next = previewOf(draft({ quantity: '9.9901' }), market, undefined)
    expect(formatDecimal(shownAmount(next?.total ?? decimal('0'), 'buy'))).toBe('1000.01')
  })

  it('sells whole lots of what is there', () => {
    const size = sizeFor(5, 'sell', decimal('0.00031'), undefined, market)
    expect(canonical(size ?? decimal('0'))).toBe('0.0001')
  })

  it('cannot buy without a price', () => {
    expect(sizeFor(5, 'buy', decimal('1000'), undefined, market)).toBeUndefined()
  })
})

describe('an unusual size', () => {
  const past = [{ symbol: 'BTC-USD', quantity: '0.5' }] as Order[]

  it('is more than five times the largest recent one of the market', () => {
    expect(unusualAgainst(decimal('2.5'), 'BTC-USD', past)).toBeUndefined()
    const largest = unusualAgainst(decimal('2.5001'), 'BTC-USD', past)
    expect(canonical(largest ?? decimal('0'))).toBe('0.5')
  })

  it('needs a past in the same market', () => {
    expect(unusualAgainst(decimal('900'), 'ETH-USD', past)).toBeUndefined()
  })
})

describe('the arrow keys in the price', () => {
  it('move by ticks and stop at one tick', () => {
    expect(stepped('100.00', 1, '0.01')).toBe('100.01')
    expect(stepped('100', -10, '0.01')).toBe('99.90')
    expect(stepped('0.03', -10, '0.01')).toBe('0.01')
    expect(stepped('', 1, '0.01')).toBeUndefined()
  })
})
