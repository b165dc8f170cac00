import { describe, expect, it } from 'vitest'
import { canonical, decimal } from '../../client/decimal'
import { dayStart, pointAt, profitSince } from './dayProfit'

const point = (time: string, equity: string, netDeposits = '1000') => ({
  time,
  equity,
  netDeposits,
})

const points = [
  point('2026-03-01T23:00:00Z', '1010'),
  point('2026-03-02T00:00:00Z', '1020'),
  point('2026-03-02T01:00:00Z', '1030'),
]

describe('the profit of the day', () => {
  it('starts at the last point at or before midnight in UTC', () => {
    expect(pointAt(points, dayStart(Date.parse('2026-03-02T14:00:00Z')))?.equity).toBe('1020')
    expect(pointAt(points.slice(0, 1), dayStart(Date.parse('2026-03-02T14:00Z')))?.equity).toBe(
      '1010',
    )
  })

  it('starts at the first point of a day without an earlier one', () => {
    expect(pointAt(points.slice(2), Date.parse('2026-03-02T00:00:00Z'))?.equity).toBe('1030')
    expect(pointAt([], 0)).toBeUndefined()
  })

  it('does not take a deposit for a profit', () => {
    const newest = point('2026-03-02T02:00:00Z', '1530', '1500')
    const profit = profitSince(points[1] as (typeof points)[0], newest, decimal('1525.10'))
    expect(canonical(profit.amount)).toBe('5.1')
    expect(profit.share).toBeCloseTo(5.1 / 1020, 12)
  })

  it('is no share of nothing', () => {
    const empty = point('2026-03-02T00:00:00Z', '0', '0')
    expect(profitSince(empty, empty, decimal('5')).share).toBeUndefined()
  })
})
