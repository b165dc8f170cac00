import { decimal, isPositive, subtract, toNumber, type Decimal } from '../../client/decimal'
import type { EquityPoint } from '../../client/shapes'

/** What a stretch of time has earned, deposits apart, and as a share of what it began with. */
export interface Profit {
  readonly amount: Decimal
  /** Undefined when it began with nothing. */
  readonly share: number | undefined
}

/** 00:00 UTC of the day that a moment belongs to. */
export function dayStart(ms: number): number {
  return Math.floor(ms / 86_400_000) * 86_400_000
}

/** The last point at or before a moment, else the first after it. */
export function pointAt(points: readonly EquityPoint[], ms: number): EquityPoint | undefined {
  return points.findLast((point) => Date.parse(point.time) <= ms) ?? points[0]
}

/**
 * What was earned since a point: the equity now less what has come in since, which the newest
 * point knows.
 */
export function profitSince(
  base: EquityPoint,
  newest: EquityPoint,
  equityNow: Decimal,
): Profit {
  const before = decimal(base.equity)
  const earned = subtract(equityNow, decimal(newest.netDeposits))
  const amount = subtract(earned, subtract(before, decimal(base.netDeposits)))
  return {
    amount,
    share: isPositive(before) ? toNumber(amount) / toNumber(before) : undefined,
  }
}
