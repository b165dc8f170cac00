import { describe, expect, it } from 'vitest'
import { canonical, decimal, type Decimal } from '../../client/decimal'
import type { Position, Quote } from '../../client/shapes'
import { closing, exchangeMark, keyOf, markOf, symbolOf, unrealizedOf, valueOf } from './positions'

const position = (quantity: string, averagePrice: string | null): Position => ({
  accountId: '1',
  symbol: 'BTC-USD',
  quantity,
  averagePrice,
  markPrice: '99',
  unrealizedPnl: null,
  realizedPnl: '0',
})

const quote = (bid: string | null, ask: string | null): Quote => ({
  bid,
  ask,
  bidQuantity: '1',
  askQuantity: '1',
  time: '2026-03-02T10:00:00Z',
})

const text = (value: Decimal | undefined) => (value === undefined ? undefined : canonical(value))

describe('a position', () => {
  it('earns to the last decimal what no float could hold', () => {
    const held = position('0.00000003', '64321.57')
    expect(text(unrealizedOf(held, decimal('64321.580000000000000001')))).toBe(
      '0.00000000030000000000000003',
    )
  })

  it('loses when short and the price rises', () => {
    expect(text(unrealizedOf(position('-2.5', '100.1'), decimal('100.3')))).toBe('-0.5')
    expect(text(valueOf(position('-2.5', '100.1'), decimal('100.3')))).toBe('-250.75')
  })

  it('is marked in the middle of the quote, exactly', () => {
    expect(text(markOf(quote('100.01', '100.02'), '7', position('1', '1')))).toBe('100.015')
  })

  it('is marked at the last trade when a side is missing, else as the platform says', () => {
    expect(text(markOf(quote('100.01', null), '100.5', position('1', '1')))).toBe('100.5')
    expect(text(markOf(undefined, undefined, position('1', '1')))).toBe('99')
  })

  it('earns nothing more when it is closed, and is unknown without an average', () => {
    expect(text(unrealizedOf(position('0', null), decimal('5')))).toBe('0')
    expect(unrealizedOf(position('1', null), decimal('5'))).toBeUndefined()
  })

  it('is closed by the opposite order of its whole size', () => {
    expect(closing(position('0.50', '1'))).toEqual({ side: 'sell', quantity: '0.5' })
    expect(closing(position('-3', '1'))).toEqual({ side: 'buy', quantity: '3' })
    expect(closing(position('0.000', null))).toBeUndefined()
  })
})

describe('a position on margin', () => {
  const hedged = { ...position('-2', '100'), side: 'short' as const }

  it('counts contracts by their multiplier', () => {
    const tenth = decimal('0.1')
    expect(text(valueOf(position('3', '100'), decimal('110'), tenth))).toBe('33')
    expect(text(unrealizedOf(position('3', '100'), decimal('110'), tenth))).toBe('3')
  })

  it('is closed by an order that can only reduce, or names the position', () => {
    expect(closing(position('3', '100'), true)).toEqual({
      side: 'sell',
      quantity: '3',
      reduceOnly: true,
    })
    expect(closing(hedged, true)).toEqual({ side: 'buy', quantity: '2', positionEffect: 'close' })
  })

  it('stands beside the other side of its market', () => {
    expect(keyOf(hedged)).toBe('BTC-USD short')
    expect(keyOf({ ...hedged, side: 'net' })).toBe('BTC-USD')
    expect(symbolOf(keyOf(hedged))).toBe('BTC-USD')
  })

  it.each([
    ['95', '99', '101', '99'],
    ['100', '99', '101', '100'],
    ['105', '99', '101', '101'],
    ['105', null, '101', '101'],
    ['95', null, '101', '95'],
    ['95', '99', null, '99'],
  ])('with the last trade at %s, a bid of %s and an ask of %s is marked at %s', (...prices) => {
    const [last, bid, ask, mark] = prices
    expect(text(exchangeMark(quote(bid, ask), last))).toBe(mark)
  })

  it('is marked between bid and ask before the first trade, or not at all', () => {
    expect(text(exchangeMark(quote('99', '101'), undefined))).toBe('100')
    expect(exchangeMark(quote('99', null), undefined)).toBeUndefined()
  })
})
