import { mergeBars } from '../../client/bars'
import { bookOf, changed, type Book } from '../../client/book'
import type { Bar, BookSnapshot, MarketEvent, Quote, Reliance, Trade } from '../../client/shapes'
import type { Reducer } from './topics'

const tradesMax = 200
const barsMax = 3_000
const eventsMax = 100

/** A book, and when it changed last by this machine's clock; undefined while it is unknown. */
export interface MarketBook extends Book {
  readonly changedAt: number | undefined
  /** How far the platform says it can be relied on; undefined where it does not say. */
  readonly state: Reliance | undefined
}

export const books: Reducer<MarketBook> = {
  snapshot(data) {
    const whole = data as BookSnapshot
    const known = whole.time !== null
    return {
      ...bookOf(whole),
      changedAt: known ? Date.now() - (whole.ageMs ?? 0) : undefined,
      state: whole.state,
    }
  },
  delta: (book, data) => ({
    ...changed(book, data as Partial<BookSnapshot>),
    // What is stale comes whole when it is current again; until then it is old all the same.
    changedAt: book.state === 'stale' ? book.changedAt : Date.now(),
    state: book.state,
  }),
}

/** Newest first. */
export const trades: Reducer<readonly Trade[]> = {
  snapshot: (data) => data as readonly Trade[],
  delta: (known, data) => [...(data as Trade[]).toReversed(), ...known].slice(0, tradesMax),
}

export const quotes: Reducer<Quote> = {
  snapshot: (data) => data as Quote,
  delta: (_, data) => data as Quote,
}

/** Oldest first. */
export const bars: Reducer<readonly Bar[]> = {
  snapshot: (data) => mergeBars([], data as Bar[]),
  delta: (known, data) => mergeBars(known, data as Bar[]).slice(-barsMax),
}

/** Newest first. */
export const events: Reducer<readonly MarketEvent[]> = {
  snapshot: (data) => data as readonly MarketEvent[],
  delta: (known, data) => [...(data as MarketEvent[]).toReversed(), ...known].slice(0, eventsMax),
}
