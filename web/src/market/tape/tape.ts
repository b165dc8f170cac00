import type { Accessor } from 'solid-js'
import type { Trade } from '../../../client/shapes'

export interface HeldTape {
  readonly shown: readonly Trade[]
  /** How many newer ones wait until the tape is let go. */
  readonly waiting: number
  readonly of: string | undefined
}

/** The trades on the screen: as they come, or as they were while the tape is held. */
export function heldTrades(
  trades: Accessor<readonly Trade[]>,
  held: Accessor<boolean>,
  symbol: Accessor<string | undefined>,
): (before: HeldTape) => HeldTape {
  return (before) => {
    const [now, of] = [trades(), symbol()]
    if (!held() || before.of !== of || before.shown.length === 0) {
      return { shown: now, waiting: 0, of }
    }
    const newest = before.shown[0]
    const at = now.findIndex((trade) => trade.id === newest?.id)
    return { shown: before.shown, waiting: at < 0 ? now.length : at, of }
  }
}

/** How large a trade is beside the largest; the square root, so that small ones are seen too. */
export function weightOf(trade: Trade, largest: number): number {
  return largest <= 0 ? 0 : Math.min(1, Math.sqrt(Number(trade.quantity) / largest))
}
