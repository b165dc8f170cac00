import { describe, expect, it } from 'vitest'
import { dayReturns, growth } from './returns'

const point = (day: number, equity: string, netDeposits: string) => ({
  time: `2026-01-0${day}T23:00:00Z`,
  equity,
  netDeposits,
})

describe('returns of days', () => {
  it('are of the worth before, without what came in', () => {
    const { dates, returns } = dayReturns([
      point(1, '100.00', '100.00'),
      point(2, '110.00', '100.00'),
      point(3, '159.00', '150.00'),
    ])
    expect(dates).toEqual(['2026-01-02', '2026-01-03'])
    expect(returns[0]).toBeCloseTo(0.1, 12)
    expect(returns[1]).toBeCloseTo(-1 / 110, 12)
  })

  it('have none where nothing was there before', () => {
    const { returns } = dayReturns([point(1, '0', '0'), point(2, '50', '50'), point(3, '55', '50')])
    expect(returns).toHaveLength(1)
    expect(returns[0]).toBeCloseTo(0.1, 12)
    expect(dayReturns([]).returns).toEqual([])
  })

  it('grow by each other', () => {
    expect(growth([0.1, -0.1]).map((each) => each.toFixed(4))).toEqual(['0.1000', '-0.0100'])
  })
})
