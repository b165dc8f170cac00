import {
  decimal,
  formatDecimal,
  rescale,
  subtract,
  toNumber,
  type Decimal,
} from '../../client/decimal'
import type { EquityPoint } from '../../client/shapes'
import { dayStart, pointAt, profitSince, type Profit } from './dayProfit'
import type { CurvePoint } from './equityChart'

export type Range = '1D' | '1W' | '1M'

export const ranges: readonly Range[] = ['1D', '1W', '1M']

const dayMs = 86_400_000
const lengthMs: Record<Range, number> = { '1D': dayMs, '1W': 7 * dayMs, '1M': 30 * dayMs }

/** A month is drawn by its days, what is shorter by its hours. */
export const stepOf: Record<Range, '1h' | '1d'> = { '1D': '1h', '1W': '1h', '1M': '1d' }

/** From when points are needed: for a day also where it began. */
export function startOf(range: Range, now: number): number {
  return now - lengthMs[range]
}

/** A stretch of an account's history, ready to be drawn. */
export interface Curve {
  readonly points: readonly CurvePoint[]
  /** What it began with. */
  readonly base: EquityPoint
  readonly profit: Profit
}

/**
 * The worth over time without the money that came in meanwhile, so that a deposit is no cliff; it
 * ends with the worth of now. A day begins at 00:00 UTC, a longer range with its first point.
 */
export function curveOf(
  range: Range,
  points: readonly EquityPoint[],
  equityNow: Decimal | undefined,
  now: number,
): Curve | undefined {
  const base = range === '1D' ? pointAt(points, dayStart(now)) : points[0]
  const newest = points.at(-1)
  if (base === undefined || newest === undefined) return undefined
  const present = equityNow ?? decimal(newest.equity)
  const without = (equity: Decimal, netDeposits: string) =>
    toNumber(subtract(equity, subtract(decimal(netDeposits), decimal(base.netDeposits))))
  const drawn = points.map((point) => ({
    ms: Date.parse(point.time),
    value: without(decimal(point.equity), point.netDeposits),
  }))
  const last = { ms: now, value: without(present, newest.netDeposits) }
  const past = drawn.filter((point) => point.ms < now)
  return { points: [...past, last], base, profit: profitSince(base, newest, present) }
}

/** A point as a row of the table: what was earned since the stretch began. */
export function earned(point: EquityPoint, base: EquityPoint): Decimal {
  return profitSince(base, point, decimal(point.equity)).amount
}

export function cents(text: string): string {
  return formatDecimal(rescale(decimal(text), 2, 'down'))
}
