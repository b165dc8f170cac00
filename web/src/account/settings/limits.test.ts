import { describe, expect, it } from 'vitest'
import { limitFault, limitsBody, typedLimits } from './limits'

const none = {
  accountId: '1',
  asset: 'USD',
  collar: null,
  dailyLoss: null,
  openOrders: null,
  orderLots: null,
  orderNotional: null,
  ordersPerSecond: null,
  positionNotional: null,
}

describe('limits', () => {
  it('that are none are empty, and are not sent', () => {
    const typed = typedLimits(none)
    expect(new Set(Object.values(typed))).toEqual(new Set(['']))
    expect(limitsBody(typed, 'USD')).toEqual({ asset: 'USD' })
  })

  it('are sent as they were typed: amounts as text, counts as numbers', () => {
    const typed = { ...typedLimits({ ...none, dailyLoss: '5000.00' }), openOrders: ' 20 ' }
    expect(limitsBody(typed, 'EUR')).toEqual({
      asset: 'EUR',
      dailyLoss: '5000.00',
      openOrders: 20,
    })
  })

  it.each([
    ['openOrders', '0', 'Must be a whole number above 0.'],
    ['ordersPerSecond', '1.5', 'Must be a whole number above 0.'],
    ['dailyLoss', '0.00', 'Must be a plain number above 0, such as 10000.'],
    ['collar', '5 %', 'Must be a plain number above 0, such as 10000.'],
    ['collar', '0.05', undefined],
    ['orderLots', '', undefined],
  ] as const)('%s of "%s": %s', (name, text, message) => {
    expect(limitFault(name, text)).toBe(message)
  })
})
