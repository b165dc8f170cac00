import { describe, expect, it } from 'vitest'
import { pointsOf, seriesMatches, valueText, type Series, type Value } from './series'

const at = (time: string, value: number): Value => ({ time, value, knownAt: time })

describe('a series', () => {
  it('is drawn in order, one point a second, the later of two', () => {
    const values = [
      at('2026-03-02T00:00:00Z', 2),
      at('2026-03-01T00:00:00Z', 1),
      at('2026-03-02T00:00:00.5Z', 3),
    ]
    expect(pointsOf(values)).toEqual([
      { second: Date.parse('2026-03-01T00:00:00Z') / 1_000, value: 1 },
      { second: Date.parse('2026-03-02T00:00:00Z') / 1_000, value: 3 },
    ])
  })

  it('is found by any of its names', () => {
    const series = { source: 'FRED', name: 'CPIAUCSL', subject: '-' } as Series
    expect(seriesMatches(series, 'fred cpi')).toBe(true)
    expect(seriesMatches(series, 'gdp')).toBe(false)
  })

  it('says its values with as many digits as they have', () => {
    expect([1_234_567.5, 0.1234567, 3].map(valueText)).toEqual(['1,234,567.5', '0.123457', '3'])
  })
})
