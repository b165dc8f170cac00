import { describe, expect, it } from 'vitest'
import type { AccountEvent } from '../../client/shapes'
import { eventWords, weightOf } from './eventWords'
import { withEvents } from './events'

const event = (kind: AccountEvent['kind'], more: Partial<AccountEvent> = {}): AccountEvent => ({
  id: '9',
  accountId: '1',
  kind,
  sequence: 9,
  time: '2026-11-21T20:00:00Z',
  ...more,
})

describe('an event of an account', () => {
  it.each<[AccountEvent, string]>([
    [
      event('marginCall', { asset: 'USD', equity: '99.999', initialMargin: '100.00' }),
      'Margin call: equity 99.99 is below 100.00 USD',
    ],
    [
      event('marginCall', { symbol: 'X-PERP', equity: '1', initialMargin: '2', asset: 'USD' }),
      'Margin call in X-PERP: equity 1.00 is below 2.00 USD',
    ],
    [
      event('liquidation', { symbol: 'X-PERP', step: 'reduce', quantity: '2.50', price: '90.00' }),
      'Liquidation in X-PERP: 2.5 closed in the market at 90.00',
    ],
    [
      event('triggered', { symbol: 'BTC-USD', orderId: '7', price: '1050.00' }),
      'Order 7 in BTC-USD was triggered at 1,050.00',
    ],
    [
      event('funding', { symbol: 'X-PERP', asset: 'USD', amount: '-1234.567' }),
      'Funding in X-PERP: 1,234.56 USD paid',
    ],
    [event('split', { symbol: 'ACME', quantity: '70' }), 'Split in ACME 70'],
  ])('says what happened', (which, words) => {
    expect(eventWords(which)).toBe(words)
  })

  it('is a notice only when it costs something', () => {
    expect(weightOf(event('liquidation'))).toBe('danger')
    expect(weightOf(event('marginCall'))).toBe('warning')
    expect(weightOf(event('triggered'))).toBe('note')
  })

  it('stands once in the list, newest first', () => {
    const [old, newer] = [event('funding', { id: '1', sequence: 1 }), event('funding')]
    expect(withEvents([old], [newer, old]).map((each) => each.sequence)).toEqual([9, 1])
  })
})
