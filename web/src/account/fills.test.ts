import { describe, expect, it } from 'vitest'
import type { Fill } from '../../client/shapes'
import { withFills } from './fills'

const fill = (id: string, orderId: string, time: string) =>
  ({ id, orderId, time: `2026-03-02T10:00:${time}Z` }) as Fill

describe('my fills', () => {
  it('are listed newest first, each once, whichever road they came by', () => {
    const streamed = withFills([], [fill('8', 'a', '02.5')])
    const answered = withFills(streamed, [fill('8', 'a', '02.5'), fill('7', 'a', '02')])
    expect(answered.map((each) => each.id)).toEqual(['8', '7'])
  })

  it('keep both sides of a trade with oneself', () => {
    expect(withFills([], [fill('8', 'a', '02'), fill('8', 'b', '02')])).toHaveLength(2)
  })
})
