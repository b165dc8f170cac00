import type { Accessor } from 'solid-js'
import type { Instrument, Reliance } from '../../../client/shapes'
import { age } from '../../look/format'
import { venueOf } from '../instruments'
import { books, type MarketBook } from '../reducers'
import type { Followed, Topics } from '../topics'

/** Where the platform does not say how old a venue's book may be. */
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
 * How long a venue's book has been silent, when that is too long for it to pass as current: the
 * platform knows what is usual for its market. Our own is what it is until it changes, however
 * long that takes.
 */
export function quietForMs(
  market: Instrument | undefined,
  book: MarketBook | undefined,
  now: number,
): number | undefined {
  if (market === undefined || book?.changedAt === undefined) return undefined
  if (venueOf(market) === '') return undefined
  const quiet = now - book.changedAt
  const tooLong = book.state === undefined ? quiet > quietAfterMs : book.state === 'stale'
  return tooLong ? quiet : undefined
}

/** How far a book can be relied on, and why, in a sentence. */
export interface Relied {
  readonly state: Reliance
  readonly reason: string
}

/** @param unheardForMs how long nothing came from the platform; undefined while that is normal */
export function reliedOn(
  market: Instrument,
  book: MarketBook,
  now: number,
  unheardForMs: number | undefined,
): Relied {
  const venue = venueOf(market) || 'Ratel'
  if (book.changedAt === undefined || book.state === 'unknown' || (book.source ?? '') === '') {
    const reason = whyNoBook(market, book) ?? `${venue} does not vouch for this book now.`
    return { state: 'unknown', reason }
  }
  if (unheardForMs !== undefined) {
    const reason = `The platform has not been heard for ${age(unheardForMs)}.`
    return { state: 'stale', reason }
  }
  const quiet = quietForMs(market, book, now)
  return quiet === undefined
    ? { state: 'good', reason: `Whole and current, from ${venue}.` }
    : { state: 'stale', reason: `The newest change from ${venue} is ${age(quiet)} old.` }
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
