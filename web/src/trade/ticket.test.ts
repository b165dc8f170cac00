import { describe, expect, it } from 'vitest'
import { ApiError, NoAnswer } from '../../client/failures'
import type { Order, PlaceOrder } from '../../client/shapes'
import { outcome } from './ticket'

const request: PlaceOrder = {
  symbol: 'BTC-USD',
  side: 'buy',
  type: 'limit',
  price: '100',
  quantity: '1',
  clientOrderId: 'a-key',
}

const step = async (place: () => Promise<Order>) => {
  const learned: Order[] = []
  const result = await outcome({ placeOrder: place }, request, (order) => learned.push(order))
  return [result.step, learned.length]
}

const apiError = (status: number) => new ApiError(status, { code: 'CODE', message: 'why' })

describe('the outcome of an order', () => {
  it('is acknowledged when the platform says so, and learned at once', async () => {
    expect(await step(async () => ({ id: '7' }) as Order)).toEqual(['acknowledged', 1])
  })

  it.each([400, 401, 409, 422, 429])('is refused on %i', async (status) => {
    expect(await step(() => Promise.reject(apiError(status)))).toEqual(['refused', 0])
  })

  it.each([500, 503])('is unknown on %i, so that the same key is used again', async (status) => {
    expect(await step(() => Promise.reject(apiError(status)))).toEqual(['unanswered', 0])
  })

  it('is unknown when no answer came', async () => {
    const silence = () => Promise.reject(new NoAnswer('no answer'))
    expect(await step(silence)).toEqual(['unanswered', 0])
  })

  it('hides no fault of the page itself', async () => {
    await expect(step(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours')
  })
})
