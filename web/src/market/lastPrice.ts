import type { Accessor } from 'solid-js'
import type { Trade } from '../../client/shapes'
import { trades } from './reducers'
import type { Topics } from './topics'

/** The newest trades of a market, newest first; undefined while they are not known. */
export function followTrades(
  topics: Topics,
  symbol: Accessor<string | undefined>,
): Accessor<readonly Trade[] | undefined> {
  return topics.follow(() => tradesTopic(symbol()), trades).value
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
