import { compare, decimal } from '../../../client/decimal'
import type { AnswerOf } from '../../../client/rest'
import type { Instrument } from '../../../client/shapes'
import { venueOf } from '../instruments'
import type { Reducer } from '../topics'

export type Pair = AnswerOf<'getPair'>

/** A pair over all its markets; undefined while it has none. A delta is the whole of it. */
export const pairs: Reducer<Pair | undefined> = {
  snapshot: (data) => pairIn(data),
  delta: (_, data) => pairIn(data),
}

function pairIn(data: unknown): Pair | undefined {
  return (data as Partial<Pair>).pair === undefined ? undefined : (data as Pair)
}

/** The pair of a spot market, `BTC-USD`; undefined for a share or a future. */
export function pairOf(instrument: Pick<Instrument, 'symbol'>): string | undefined {
  const text = instrument.symbol.slice(venueOf(instrument).length).replace(/^:/, '')
  return /^[^-]+-(?!FUT$)[^-]+$/.test(text) ? text : undefined
}

/** How many of the pair's markets are good, of all. */
export function goodVenues(pair: Pair): { readonly good: number; readonly all: number } {
  return {
    good: pair.venues.filter((venue) => venue.state === 'good').length,
    all: pair.venues.length,
  }
}

/** Whether the best bid is above the best ask: two venues differ so. */
export function isCrossed(pair: Pair): boolean {
  return pair.spread !== null && compare(decimal(pair.spread), decimal('0')) < 0
}
