import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  smaller,
  subtract,
  zero,
  type Decimal,
} from '../../client/decimal'
import type { Instrument, Settings, Terms } from '../../client/shapes'

/** A slice of the notional and what is asked for it; the last one has no end. */
export type Bracket = Terms['margins'][number]

/** What an account's leverage divides notionals by; 1 where it does not bear on margin. */
export function divisorOf(settings: Settings | undefined): Decimal {
  const leverages = settings?.marginModel === 'leveraged'
  return decimal(leverages ? String(settings.leverage) : '1')
}

export function isMargined(market: Instrument | undefined): boolean {
  return (market?.terms?.margins.length ?? 0) > 0
}

/** Decimals kept of a notional that leverage divides; the exchange rounds up as well. */
const scale = 8

/** Margin of a notional: each slice at its bracket's rate, as in a tax table. */
export function marginOf(
  notional: Decimal,
  brackets: readonly Bracket[],
  rate: 'initial' | 'maintenance',
  divisor: Decimal,
): Decimal {
  const charged = divide(notional, divisor, Math.max(scale, notional.scale), 'up')
  let sum = zero
  let from = zero
  for (const bracket of brackets) {
    if (compare(from, charged) >= 0) break
    const to = bracket.upTo === null ? charged : smaller(charged, decimal(bracket.upTo))
    sum = add(sum, multiply(subtract(to, from), decimal(bracket[rate])))
    from = to
  }
  return sum
}

/** The least step in `[0, most]` for which `holds`, which then holds for all later ones. */
export function leastStep(most: bigint, holds: (step: bigint) => boolean): bigint | undefined {
  if (!holds(most)) return undefined
  let [low, high] = [0n, most]
  while (low < high) {
    const middle = (low + high) / 2n
    if (holds(middle)) high = middle
    else low = middle + 1n
  }
  return low
}
