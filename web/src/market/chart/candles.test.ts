import { describe, expect, it } from 'vitest'
import type { Bar } from '../../../client/shapes'
import { firstDifference } from './candles'

const bar = (minute: number, close = '5'): Bar => ({
  time: `2026-03-02T10:0${minute}:00Z`,
  open: '5',
  high: '5',
  low: '5',
  close,
  volume: '1',
  trades: 1,
})

describe('what has to be drawn of a series', () => {
  it('is the last bar and what follows, also when equal bars were made anew', () => {
    expect(firstDifference([bar(1), bar(2)], [bar(1), bar(2, '6'), bar(3)])).toBe(1)
  })

  it('is everything when an earlier bar, the beginning or the series is another', () => {
    expect(firstDifference([bar(1), bar(2)], [bar(1, '7'), bar(2)])).toBeUndefined()
    expect(firstDifference([bar(1), bar(2)], [bar(0), bar(1), bar(2)])).toBeUndefined()
    expect(firstDifference([], [bar(1)])).toBeUndefined()
  })
})
