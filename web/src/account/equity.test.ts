import { describe, expect, it } from 'vitest'
import { canonical } from '../../client/decimal'
import type { Balance, Instrument } from '../../client/shapes'
import { equityOf, valuingMarkets, withProfits } from './equity'

const balance = (asset: string, total: string): Balance => ({
  accountId: '1',
  asset,
  total,
  held: '0',
  available: total,
})

describe('the equity of an account', () => {
  it('is every balance at its last price, exactly', () => {
    const balances = [balance('USD', '0.10'), balance('BTC', '0.00000003')]
    const equity = equityOf(balances, () => '64321.57')
    expect(equity === undefined ? '' : canonical(equity)).toBe('0.1019296471')
  })

  it('has what closing the positions on margin would bring', () => {
    const balances = [balance('USD', '100'), balance('BTC', '1')]
    const sheet = [
      { asset: 'USD', unrealizedPnl: '-12.50' },
      { asset: 'BTC', unrealizedPnl: '0.00' },
    ]
    expect(withProfits(balances, sheet).map((each) => each.total)).toEqual(['87.50', '1'])
    expect(withProfits(balances, [])).toEqual(balances)
  })

  it('is unknown while a price is', () => {
    expect(equityOf([balance('USD', '5'), balance('ACME', '1')], () => undefined)).toBeUndefined()
  })

  it('does not need the price of what is not held', () => {
    const equity = equityOf([balance('USD', '5'), balance('ACME', '0.00')], () => undefined)
    expect(equity === undefined ? '' : canonical(equity)).toBe('5')
  })

  it('is valued in our own markets, not at a venue', () => {
    const market = (symbol: string, tradable: boolean) =>
      ({ symbol, base: 'BTC', quote: 'USD', tradable }) as Instrument
    const markets = valuingMarkets(
      [balance('USD', '5'), balance('BTC', '1'), balance('ETH', '2')],
      [market('COINBASE:BTC-USD', false), market('BTC-USD', true)],
    )
    expect([...markets]).toEqual([
      ['BTC', 'BTC-USD'],
      ['ETH', undefined],
    ])
  })
})
