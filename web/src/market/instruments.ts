import { createMemo, type Accessor } from 'solid-js'
import type { Rest } from '../../client/rest'
import type { Instrument } from '../../client/shapes'
import { createLoader, type Loader } from '../look/loaded'

export interface Instruments extends Loader<readonly Instrument[]> {
  readonly bySymbol: Accessor<ReadonlyMap<string, Instrument>>
}

/** Every market that can be looked at: Ratel's own first, in its order, then the venues'. */
export function createInstruments(rest: Rest): Instruments {
  let before: readonly Instrument[] = []
  const loader = createLoader(async () => {
    const now = ownFirst(await rest.instruments())
    // The same list again is the same object, so that no row is drawn anew for it.
    before = JSON.stringify(now) === JSON.stringify(before) ? before : now
    return before
  })
  const bySymbol = createMemo(
    () => new Map((loader.value() ?? []).map((each) => [each.symbol, each])),
  )
  return { ...loader, bySymbol }
}

export function ownFirst(instruments: readonly Instrument[]): readonly Instrument[] {
  const own = instruments.filter((each) => venueOf(each) === '')
  const others = instruments.filter((each) => venueOf(each) !== '')
  return [...own, ...others.toSorted((a, b) => a.symbol.localeCompare(b.symbol, 'en'))]
}

/** The venue whose market it is; empty for Ratel's own. */
export function venueOf(instrument: Pick<Instrument, 'symbol'>): string {
  const colon = instrument.symbol.indexOf(':')
  return colon < 0 ? '' : instrument.symbol.slice(0, colon)
}

/** Whether all words of the query occur in the symbol, the venue or the kind. */
export function matches(instrument: Instrument, query: string): boolean {
  const text = `${instrument.symbol} ${instrument.kind}`.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The instruments of each venue, in the order given; Ratel's own under the empty name. */
export function byVenue(instruments: readonly Instrument[]): [string, readonly Instrument[]][] {
  const groups = new Map<string, Instrument[]>()
  for (const each of instruments) {
    const venue = venueOf(each)
    groups.set(venue, [...(groups.get(venue) ?? []), each])
  }
  return [...groups]
}
