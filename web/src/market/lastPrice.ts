import type { Accessor } from 'solid-js'
import type { Trade } from '../../client/shapes'
import { trades } from './reducers'
import type { Topics } from './topics'

/** The newest trade of a market. */
export function followLast(
  topics: Topics,
  symbol: Accessor<string | undefined>,
): Accessor<Trade | undefined> {
  const followed = topics.follow(() => tradesTopic(symbol()), trades)
  return () => followed.value()?.[0]
}

function tradesTopic(symbol: string | undefined): string | undefined {
  return symbol === undefined ? undefined : `market.${symbol}.trades`
}
