import { decimal, subtract, toNumber } from '../../../client/decimal'
import type { EquityPoint } from '../../../client/shapes'

/** What an account has earned, day by day. */
export interface DayReturns {
  /** The last day of each return, `2026-01-31`. */
  readonly dates: readonly string[]
  readonly returns: readonly number[]
}

/**
 * Returns of days from what the account was worth on each: the change of its worth without the
 * money that came in meanwhile, over the worth before. A day that began with nothing has none.
 */
export function dayReturns(points: readonly EquityPoint[]): DayReturns {
  const dates: string[] = []
  const returns: number[] = []
  points.forEach((point, i) => {
    const before = points[i - 1]
    if (before === undefined) return
    const start = toNumber(decimal(before.equity))
    if (!(start > 0)) return
    const flow = subtract(decimal(point.netDeposits), decimal(before.netDeposits))
    const change = subtract(subtract(decimal(point.equity), decimal(before.equity)), flow)
    dates.push(point.time.slice(0, 10))
    returns.push(toNumber(change) / start)
  })
  return { dates, returns }
}

/** The growth of one after each return, as a share. */
export function growth(returns: readonly number[]): readonly number[] {
  let worth = 1
  return returns.map((each) => {
    worth *= 1 + each
    return worth - 1
  })
}
