import { expect, test } from 'vitest'
import { orderFlags, orderType, orderWord } from './orderType'

test('says what an order is', () => {
  expect(orderType({ type: 'market' })).toBe('Market')
  expect(orderType({ type: 'limit', triggerPrice: undefined })).toBe('Limit')
})

test('says where an order waits', () => {
  const order = { type: 'trailingStop', triggerPrice: '96779.82' } as const
  expect(orderType(order)).toBe('Trailing stop 96779.82')
})

test('says what an order is to the one that brought it', () => {
  expect(orderWord({ type: 'limit', origin: 'bracket' })).toBe('Take profit')
  expect(orderWord({ type: 'stop', origin: 'bracket' })).toBe('Stop loss')
  expect(orderWord({ type: 'limit', origin: 'parent' })).toBe('Slice')
  expect(orderWord({ type: 'limit', origin: 'client', algo: { type: 'vwap' } })).toBe('VWAP')
})

test('says what else an order was told', () => {
  const order = {
    type: 'limit',
    postOnly: true,
    displayQuantity: '0.5',
    trailPercent: '2',
  } as const
  expect(orderFlags(order)).toBe('2 % away, post-only, iceberg 0.5')
  expect(orderFlags({ type: 'limit' })).toBe('')
})
