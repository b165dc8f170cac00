import type { Fill } from '../../client/shapes'
import { compareTimes } from '../../client/times'

const remembered = 3_000

/** Newest first, each once: a trade with oneself is two fills of one id. */
export function withFills(known: readonly Fill[], news: readonly Fill[]): readonly Fill[] {
  if (news.length === 0) return known
  const all = new Map([...known, ...news].map((fill) => [`${fill.id}/${fill.orderId}`, fill]))
  return [...all.values()]
    .sort((a, b) => compareTimes(b.time, a.time) || Number(b.id) - Number(a.id))
    .slice(0, remembered)
}
