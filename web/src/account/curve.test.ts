import { describe, expect, it } from 'vitest'
import { canonical, decimal } from '../../client/decimal'
import { curveOf, earned } from './curve'

const point = (time: string, equity: string, netDeposits: string) => ({
  time,
  equity,
  netDeposits,
})
const points = [
  point('2026-03-01T12:00:00Z', '100', '100'),
  point('2026-03-02T00:00:00Z', '110', '100'),
  point('2026-03-02T01:00:00Z', '170', '150'),
]
const now = Date.parse('2026-03-02T01:30:00Z')

describe('the curve of an account', () => {
  it('does not jump by a deposit and ends with the worth of now', () => {
    const curve = curveOf('1W', points, decimal('172.5'), now)
    expect(curve?.points.map((each) => each.value)).toEqual([100, 110, 120, 122.5])
    expect(curve === undefined ? '' : canonical(curve.profit.amount)).toBe('22.5')
  })

  it('measures a day from midnight in UTC', () => {
    const curve = curveOf('1D', points, decimal('172.5'), now)
    expect(curve?.base).toBe(points[1])
    expect(curve === undefined ? '' : canonical(curve.profit.amount)).toBe('12.5')
  })

  it('ends with the last sample while the worth of now is unknown', () => {
    expect(curveOf('1W', points, undefined, now)?.points.at(-1)?.value).toBe(120)
  })

  it('is nothing without a sample', () => {
    expect(curveOf('1M', [], decimal('5'), now)).toBeUndefined()
  })

  it('tells in its table what was earned by then', () => {
    const first = point('2026-03-01T12:00:00Z', '100', '100')
    expect(canonical(earned(point('2026-03-02T01:00:00Z', '170', '150'), first))).toBe('20')
  })
})
