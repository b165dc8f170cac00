import type { Accessor } from 'solid-js'
import type { Instrument } from '../../../client/shapes'
import { venueOf } from '../instruments'
import { books, type MarketBook } from '../reducers'
import type { Followed, Topics } from '../topics'

/** A venue's book that has not changed for longer may have been lost on the way. */
const quietAfterMs = 10_000

/** The book of a market. */
export function followBook(
  topics: Topics,
  symbol: Accessor<string | undefined>,
): Followed<MarketBook> {
  return topics.follow(
    () => (symbol() === undefined ? undefined : `market.${symbol()}.book`),
    books,
  )
}

/**
 * How long a venue's book has been silent, when that is too long for it to pass as current. Our
 * own is what it is until it changes, however long that takes.
 */
export function quietForMs(
  market: Instrument | undefined,
  book: MarketBook | undefined,
  now: number,
): number | undefined {
  if (market === undefined || book?.changedAt === undefined) return undefined
  if (venueOf(market) === '') return undefined
  const quiet = now - book.changedAt
  return quiet > quietAfterMs ? quiet : undefined
}

/** Why there is nothing to show, in a sentence; undefined when there is. */
export function whyNoBook(market: Instrument, book: MarketBook): string | undefined {
  const venue = venueOf(market) || 'Ratel'
  if (book.changedAt === undefined) {
    const what = `${venue} has not sent a whole book of this market, or it is in doubt.`
    return `${what} It appears here as soon as it is known.`
  }
  if ((book.source ?? '') === '') {
    return 'It is not known where this book comes from, so it is not shown.'
  }
  if (book.bids.length + book.asks.length > 0) return undefined
  return market.tradable
    ? 'No one is bidding or offering yet. A limit order would be the first.'
    : `No one is bidding or offering on ${venue}.`
}
