import { describe, expect, it } from 'vitest'
import { goodVenues, isCrossed, pairOf, pairs, type Pair } from './best'

const pair = (change: Partial<Pair>): Pair => ({
  pair: 'BTC-USD',
  slot: 1,
  bid: null,
  ask: null,
  spread: null,
  mark: null,
  vwap: null,
  volume: '0',
  venues: [],
  time: '2026-03-02T12:00:00Z',
  ...change,
})

describe('a pair over all venues', () => {
  it('is unknown until the topic has something, then what the topic said last', () => {
    expect(pairs.snapshot({})).toBeUndefined()
    const first = pairs.delta(undefined, pair({ mark: '100' }))
    expect(first?.mark).toBe('100')
    expect(pairs.delta(first, pair({ mark: '101' }))?.mark).toBe('101')
    expect(pairs.delta(first, {})).toBeUndefined()
  })

  it('belongs to spot markets, ours and the venues’', () => {
    expect(pairOf({ symbol: 'BTC-USD' })).toBe('BTC-USD')
    expect(pairOf({ symbol: 'OKX:BTC-USDT' })).toBe('BTC-USDT')
    expect(pairOf({ symbol: 'BTC-USD-FUT' })).toBeUndefined()
    expect(pairOf({ symbol: 'ACME' })).toBeUndefined()
    expect(pairOf({ symbol: 'RATEL-FUT' })).toBeUndefined()
  })

  it('counts the venues that are good, and tells when two of them differ', () => {
    const venue = (state: 'good' | 'stale') => ({
      symbol: 'OKX:BTC-USD', source: 'OKX', state, bid: null, ask: null, volume: '0',
    })
    const known = pair({ venues: [venue('good'), venue('stale')], spread: '-0.5' })
    expect(goodVenues(known)).toEqual({ good: 1, all: 2 })
    expect(isCrossed(known)).toBe(true)
    expect(isCrossed(pair({ spread: '0.00' }))).toBe(false)
    expect(isCrossed(pair({}))).toBe(false)
  })
})
