import type { AnswerOf } from '../../client/rest'
import type { Instrument } from '../../client/shapes'
import { age, grouped } from '../look/format'
import { venueOf } from '../market/instruments'

export type Feed = AnswerOf<'listFeeds'>['items'][number]

/** How far a quality from 0 to 100 may be relied on. */
export type Grade = 'good' | 'doubtful' | 'bad'

const goodFrom = 80
const doubtfulFrom = 40

export function grade(quality: number): Grade {
  return quality >= goodFrom ? 'good' : quality >= doubtfulFrom ? 'doubtful' : 'bad'
}

/** What needs somebody's eyes comes first; of equals, the one that lags more. */
export function worstFirst(feeds: readonly Feed[]): readonly Feed[] {
  return feeds.toSorted(
    (a, b) => a.quality - b.quality || b.lagMs - a.lagMs || a.name.localeCompare(b.name, 'en'),
  )
}

/** Whether all words occur in what the row says. */
export function feedMatches(feed: Feed, query: string): boolean {
  const { name, venue, kind, state, detail, preferredFor } = feed
  const text = [name, venue, kind, state, detail, ...preferredFor].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Whether data comes from anywhere but our own exchange. */
export function hasVenueFeed(feeds: readonly Feed[]): boolean {
  return feeds.some((feed) => feed.kind !== 'exchange')
}

/** `0 ms`, `1,240 ms`, `14 s`. */
export function lagText(ms: number): string {
  return Math.abs(ms) < 10_000 ? `${grouped(String(ms))} ms` : age(ms)
}

/** The market whose gaps tell most of a feed: the one on the screen if it is the feed's. */
export function marketOf(
  feed: Feed,
  instruments: readonly Instrument[],
  current: string | undefined,
): string | undefined {
  if (feed.kind === 'exchange') return undefined
  const own = instruments.filter((each) => venueOf(each) === feed.venue)
  return own.find((each) => each.symbol === current)?.symbol ?? own[0]?.symbol
}
