import type { AnswerOf, RequestOf } from '../../../client/rest'

export type ApiKey = AnswerOf<'listApiKeys'>['items'][number]
export type NewKey = RequestOf<'createApiKey'>['body']

/** Groups of features with what they open; operators alone have the last. */
export const scopes: readonly (readonly [string, string])[] = [
  ['markets', 'Books, trades, bars, quotes'],
  ['assets', 'Assets'],
  ['exchanges', 'Exchanges'],
  ['blockchain', 'Blockchain'],
  ['trading', 'Accounts and orders'],
  ['vaults', 'Deposits, withdrawals, transfers'],
  ['strategies', 'Strategies'],
  ['pools', 'Pools and their units'],
  ['nodes', 'What operators do'],
]

/** Addresses as somebody types them, apart by commas, spaces or lines. */
export function networksIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '')
}

/** How much of the time between two moments is left, 0 … 1; undefined for a key without an end. */
export function left(key: ApiKey, now: number): number | undefined {
  const end = key.expiresAt ?? undefined
  if (end === undefined) return undefined
  const [from, to] = [Date.parse(key.createdAt), Date.parse(end)]
  return to <= from ? 0 : Math.min(1, Math.max(0, (to - now) / (to - from)))
}
