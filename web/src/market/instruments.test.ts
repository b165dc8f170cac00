import { describe, expect, it } from 'vitest'
import type { Instrument } from '../../client/shapes'
import { byVenue, matches, ownFirst } from './instruments'

const market = (symbol: string, kind = 'spot') => ({ symbol, kind }) as Instrument
const symbols = (list: readonly Instrument[]) => list.map((each) => each.symbol)

describe('the list of markets', () => {
  const all = [market('OKX:BTC-USDT'), market('BTC-USD'), market('KRAKEN:ETH-EUR'), market('ACME')]

  it('begins with our own, in the order they are listed', () => {
    expect(symbols(ownFirst(all))).toEqual(['BTC-USD', 'ACME', 'KRAKEN:ETH-EUR', 'OKX:BTC-USDT'])
  })

  it('is grouped by venue', () => {
    expect(byVenue(ownFirst(all)).map(([venue]) => venue)).toEqual(['', 'KRAKEN', 'OKX'])
  })

  it.each([
    ['btc', ['OKX:BTC-USDT', 'BTC-USD']],
    ['okx btc', ['OKX:BTC-USDT']],
    ['', ['OKX:BTC-USDT', 'BTC-USD', 'KRAKEN:ETH-EUR', 'ACME']],
    ['doge', []],
  ])('filtered by %j', (query, expected) => {
    expect(symbols(all.filter((each) => matches(each, query)))).toEqual(expected)
  })
})
