import {
  add,
  compare,
  decimal,
  isZero,
  multiply,
  negate,
  subtract,
  zero,
  type Decimal,
} from '../../client/decimal'
import { leastStep, marginOf, type Bracket } from './rates'

/** A position on margin, and what stands behind it. */
export interface Exposure {
  /** Of the base, below 0 when short: size times multiplier. */
  readonly size: Decimal
  readonly mark: Decimal
  readonly tick: Decimal
  readonly brackets: readonly Bracket[]
  readonly divisor: Decimal
  /** What the account, or the isolated position alone, is worth at the mark. */
  readonly equity: Decimal
  /** What its other positions need to be kept. */
  readonly othersMaintenance: Decimal
}

/** A market that rises further than so many times is not looked at. */
const highestTimes = 1_000n

/**
 * The price at which the position would be liquidated, all others staying where they are: the
 * nearest one at which equity falls below maintenance. Undefined when there is none.
 */
export function liquidationPrice(of: Exposure): Decimal | undefined {
  if (isZero(of.size) || of.mark.units <= 0n) return undefined
  const long = of.size.units > 0n
  const size = long ? of.size : negate(of.size)
  const markTicks = ticksOf(of.mark, of.tick)
  const lacks = (ticks: bigint) => {
    const price = multiply(of.tick, { units: ticks, scale: 0 })
    const equity = add(of.equity, multiply(of.size, subtract(price, of.mark)))
    const own = marginOf(multiply(size, price), of.brackets, 'maintenance', of.divisor)
    return compare(equity, add(of.othersMaintenance, own)) < 0
  }
  if (lacks(markTicks)) return multiply(of.tick, { units: markTicks, scale: 0 })
  // Looked for away from the mark: what holds at one step holds at all further ones.
  const most = long ? markTicks : markTicks * highestTimes
  const at = (step: bigint) => (long ? markTicks - step : markTicks + step)
  const step = leastStep(most, (each) => lacks(at(each)))
  return step === undefined || (long && at(step) <= 0n) ? undefined
    : multiply(of.tick, { units: at(step), scale: 0 })
}

function ticksOf(price: Decimal, tick: Decimal): bigint {
  const scale = Math.max(price.scale, tick.scale)
  const units = (value: Decimal) => value.units * 10n ** BigInt(scale - value.scale)
  return units(price) / units(tick)
}

/** Equity as a share of the margin in use, in percent; undefined while nothing is in use. */
export function marginLevel(equity: string, used: string): number | undefined {
  const inUse = Number(used)
  return inUse === 0 ? undefined : (Number(equity) / inUse) * 100
}

/** How an account stands: its margin is called below what it uses, liquidated below the least. */
export function standing(
  equity: string,
  used: string,
  maintenance: string,
): 'free' | 'healthy' | 'called' | 'liquidated' {
  const worth = decimal(equity)
  if (compare(decimal(used), zero) === 0) return 'free'
  if (compare(worth, decimal(maintenance)) < 0) return 'liquidated'
  return compare(worth, decimal(used)) < 0 ? 'called' : 'healthy'
}
