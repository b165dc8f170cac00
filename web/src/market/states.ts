import type { RequestOf } from '../../client/rest'

export type TradingState = RequestOf<'setState'>['body']['state']

/** Every state a market can be in, in the order of a day. */
export const tradingStates: readonly (readonly [TradingState, string, string])[] = [
  ['preOpen', 'Pre-open', 'Collects orders; none trades'],
  ['auction', 'Auction', 'Collects orders; trades at one price when it ends'],
  ['open', 'Open', 'Trades'],
  ['halt', 'Halt', 'Orders may only leave'],
  ['closed', 'Closed', 'Orders may only leave until the market opens again'],
]

export function stateWord(state: string): string {
  return tradingStates.find(([each]) => each === state)?.[1] ?? state
}

/** What a state means for those who trade. */
export function stateSays(state: string): string {
  return tradingStates.find(([each]) => each === state)?.[2] ?? ''
}
