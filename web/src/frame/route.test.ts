import { describe, expect, it } from 'vitest'
import { symbolIn } from './route'

describe('the address', () => {
  it.each([
    ['http://h/?symbol=BTC-USD', 'BTC-USD'],
    ['http://h/?symbol=COINBASE:BTC-USD', 'COINBASE:BTC-USD'],
    ['http://h/?symbol=COINBASE%3ABTC-USD', 'COINBASE:BTC-USD'],
    ['http://h/#ACME', 'ACME'],
  ])('%s holds %s', (href, symbol) => {
    expect(symbolIn(href)).toBe(symbol)
  })

  it.each(['http://h/', 'http://h/?symbol=<b>', `http://h/#${'A'.repeat(33)}`])(
    '%s holds none',
    (href) => {
      expect(symbolIn(href)).toBeUndefined()
    },
  )
})
