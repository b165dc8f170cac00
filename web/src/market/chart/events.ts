import type { Accessor } from 'solid-js'
import type { MarketEvent } from '../../../client/shapes'
import { events } from '../reducers'
import type { Topics } from '../topics'

/** What moved a market from outside, newest first; empty where nothing of the kind is told. */
export function followEvents(
  topics: Topics,
  symbol: Accessor<string | undefined>,
): Accessor<readonly MarketEvent[]> {
  const followed = topics.follow(() => {
    const market = symbol()
    // Only our own markets have them.
    return market === undefined || market.includes(':') ? undefined : `market.${market}.events`
  }, events)
  return () => followed.value() ?? []
}
