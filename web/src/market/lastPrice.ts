import type { Accessor } from 'solid-js'
import type { Trade } from '../../client/shapes'
import { trades } from './reducers'
import type { Topics } from './topics'

/**
 * The newest trades of a market, newest first; undefined while they are not known.
 *
 * @param everyMs the least time between two changes; 0 for each as it comes
 */
export function followTrades(
  topics: Topics,
  symbol: Accessor<string | undefined>,
  everyMs = 0,
): Accessor<readonly Trade[] | undefined> {
  return topics.follow(() => tradesTopic(symbol()), trades, everyMs).value
}

/** The newest trade of a market. */
export function followLast(
  topics: Topics,
  symbol: Accessor<string | undefined>,
): Accessor<Trade | undefined> {
  const known = followTrades(topics, symbol)
  return () => known()?.[0]
}

function tradesTopic(symbol: string | undefined): string | undefined {
  return symbol === undefined ? undefined : `market.${symbol}.trades`
}
