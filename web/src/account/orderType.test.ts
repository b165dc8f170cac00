import { expect, test } from 'vitest'
import { orderType } from './orderType'

test('says what an order is', () => {
  expect(orderType({ type: 'market' })).toBe('Market')
  expect(orderType({ type: 'limit', triggerPrice: undefined })).toBe('Limit')
})

test('says where an order waits', () => {
  const order = { type: 'trailingStop', triggerPrice: '96779.82' } as const
  expect(orderType(order)).toBe('Trailing stop 96779.82')
})
