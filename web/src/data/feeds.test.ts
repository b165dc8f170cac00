import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../client/shapes'
import { feedMatches, grade, hasVenueFeed, lagText, marketOf, worstFirst, type Feed } from './feeds'

const feed = (name: string, change: Partial<Feed>): Feed => ({
  name,
  venue: name.toUpperCase(),
  kind: name,
  state: 'running',
  frames: 10,
  rejected: 0,
  errors: 0,
  quality: 100,
  lagMs: 0,
  lastFrameAt: null,
  preferredFor: [],
  detail: '',
  ...change,
})
const market = (symbol: string) => ({ symbol }) as Instrument

describe('feeds', () => {
  it('stand worst first, of equals the slower, then by name', () => {
    const all = [
      feed('okx', {}),
      feed('kraken', { quality: 20 }),
      feed('binance', {}),
      feed('coinbase', { lagMs: 900 }),
    ]
    expect(worstFirst(all).map((each) => each.name)).toEqual([
      'kraken',
      'coinbase',
      'binance',
      'okx',
    ])
  })

  it('are found by any words of their row', () => {
    const one = feed('kraken', { detail: 'connection refused', preferredFor: ['ETH-EUR'] })
    expect(feedMatches(one, 'KRAKEN refused')).toBe(true)
    expect(feedMatches(one, 'eth-eur')).toBe(true)
    expect(feedMatches(one, 'kraken okx')).toBe(false)
    expect(feedMatches(one, '')).toBe(true)
  })

  it('are graded by quality', () => {
    expect([100, 80, 79, 40, 39, 0].map(grade)).toEqual([
      'good',
      'good',
      'doubtful',
      'doubtful',
      'bad',
      'bad',
    ])
  })

  it('that are our exchange alone are none', () => {
    expect(hasVenueFeed([feed('exchange', {})])).toBe(false)
    expect(hasVenueFeed([feed('exchange', {}), feed('okx', {})])).toBe(true)
  })

  it('say a lag in milliseconds until it is long', () => {
    expect(lagText(0)).toBe('0 ms')
    expect(lagText(1_240)).toBe('1,240 ms')
    expect(lagText(14_000)).toBe('14 s')
  })

  it('lead to a market of theirs, to the one on the screen if it is', () => {
    const all = [market('BTC-USD'), market('OKX:BTC-USDT'), market('OKX:ETH-USDT')]
    expect(marketOf(feed('okx', {}), all, 'OKX:ETH-USDT')).toBe('OKX:ETH-USDT')
    expect(marketOf(feed('okx', {}), all, 'BTC-USD')).toBe('OKX:BTC-USDT')
    expect(marketOf(feed('kraken', {}), all, 'BTC-USD')).toBeUndefined()
    expect(marketOf(feed('exchange', {}), all, 'BTC-USD')).toBeUndefined()
  })
})
