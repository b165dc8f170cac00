import { describe, expect, it } from 'vitest'
import type { Bar } from '../../../client/shapes'
import { dayOpen, sparkPath } from './spark'

const bar = (time: string, open: string, close: string): Bar => ({
  time,
  open,
  close,
  high: open,
  low: close,
  volume: '1',
  trades: 1,
})

const now = Date.parse('2026-03-02T12:00:00Z')

describe('a sparkline', () => {
  it('goes through the closes at their times to the price of now', () => {
    const bars = [
      bar('2026-03-01T12:00:00Z', '100', '110'),
      bar('2026-03-01T23:00:00Z', '110', '120'),
      bar('2026-03-02T11:00:00Z', '120', '115'),
    ]
    // The last bar's own close is the live price; 24 hours are 48 wide, 10 % are 17 high.
    expect(sparkPath(bars, '118', now, 48, 20)).toBe('M0.0 18.5L2.0 10.0L24.0 1.5L48.0 3.2')
  })

  it('is level where the price has not moved', () => {
    expect(sparkPath([bar('2026-03-02T06:00:00Z', '5', '5')], '5', now, 48, 20)).toBe(
      'M36.0 10.0L48.0 10.0',
    )
  })

  it('leaves out what is older than a day, and is empty without a bar', () => {
    expect(sparkPath([bar('2026-02-27T06:00:00Z', '5', '5')], '5', now, 48, 20)).toBe('')
    expect(sparkPath([], '5', now, 48, 20)).toBe('')
  })
})

describe('the open of the day', () => {
  const bars = [
    bar('2026-03-01T23:00:00Z', '90', '95'),
    bar('2026-03-02T01:00:00Z', '96', '97'),
    bar('2026-03-02T02:00:00Z', '97', '98'),
  ]

  it('is the first price of the day in UTC that the last trade belongs to', () => {
    expect(dayOpen(bars, '2026-03-02T12:00:00Z')).toBe('96')
    expect(dayOpen(bars, '2026-03-01T23:59:00Z')).toBe('90')
  })

  it('is unknown on a day without a bar', () => {
    expect(dayOpen(bars, '2026-03-03T00:00:01Z')).toBeUndefined()
  })
})
