import { describe, expect, it } from 'vitest'
import { canonical, decimal } from '../../client/decimal'
import type { Instrument, Order } from '../../client/shapes'
import { changeable, changesOf, distance, termFaults, termsOf } from './change'

const market = { tickSize: '0.01', lotSize: '0.001' } as Instrument

const order = (change: Partial<Order>): Order => ({
  id: '7',
  clientOrderId: 'a-key',
  symbol: 'BTC-USD',
  side: 'buy',
  type: 'limit',
  price: '100.00',
  quantity: '2.000',
  filled: '0.500',
  status: 'open',
  sequence: 1,
  createdAt: '2026-11-21T20:00:00Z',
  ...change,
})

const stop = order({ type: 'stop', price: null, triggerPrice: '90.00', status: 'pending' })

describe('what of an order can be changed', () => {
  it.each<[string, Order, string[]]>([
    ['a limit order', order({}), ['price', 'quantity']],
    ['a stop', stop, ['triggerPrice', 'quantity']],
    ['a stop limit', { ...stop, price: '89.00' }, ['triggerPrice', 'price', 'quantity']],
    ['a trailing stop', { ...stop, type: 'trailingStop' }, ['quantity']],
    ['a leg', { ...stop, origin: 'bracket' }, ['triggerPrice']],
    ['a slice', order({ origin: 'parent' }), ['price']],
  ])('%s', (_, which, terms) => {
    expect(changeable(which)).toEqual(terms)
  })
})

describe('new terms', () => {
  const typed = termsOf(order({}))

  it('are sent only where they differ as numbers', () => {
    expect(changesOf(order({}), { ...typed, price: '100', quantity: '2' })).toBeUndefined()
    expect(changesOf(order({}), { ...typed, price: ' 101.5 ' })).toEqual({ price: '101.5' })
    const both = changesOf(stop, { price: '', triggerPrice: '91', quantity: '1' })
    expect(both).toEqual({ triggerPrice: '91', quantity: '1' })
  })

  it.each([
    [{ price: '' }, { price: 'Price is missing.' }],
    [{ price: '1.001' }, { price: 'Price must be a multiple of 0.01.' }],
    [{ quantity: '0.5' }, { quantity: 'Size must be above 0.500, which has been filled.' }],
    [{}, {}],
  ])('%j are told: %j', (change, faults) => {
    expect(termFaults(order({}), { ...typed, ...change }, market)).toEqual(faults)
  })
})

describe('the way to a trigger', () => {
  const away = (price: string | undefined, which = stop) => {
    const way = distance(which, price === undefined ? undefined : decimal(price))
    return way === undefined ? undefined : canonical(way)
  }

  it('is a signed share of the price', () => {
    expect(away('100')).toBe('-10')
    expect(away('80')).toBe('12.5')
  })

  it('is not known without a price, and no order in the book has one', () => {
    expect(away(undefined)).toBeUndefined()
    expect(away('0')).toBeUndefined()
    expect(away('100', { ...stop, status: 'open' })).toBeUndefined()
    expect(away('100', order({}))).toBeUndefined()
  })
})
