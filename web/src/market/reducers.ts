import { mergeBars } from '../../client/bars'
import { bookOf, changed, type Book } from '../../client/book'
import type { Bar, BookSnapshot, Quote, Trade } from '../../client/shapes'
import type { Reducer } from './topics'

const tradesMax = 50
const barsMax = 3_000

export const books: Reducer<Book> = {
  snapshot: (data) => bookOf(data as BookSnapshot),
  delta: (book, data) => changed(book, data as Partial<BookSnapshot>),
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
