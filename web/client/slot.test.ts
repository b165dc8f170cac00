import { describe, expect, it } from 'vitest'
import { slotOf, xxh64 } from './slot.js'

// Hashes of the empty text, "abc" and the sentence are published; the rest are the platform's.
const vectors: readonly [key: string, hash: string, slot: number][] = [
  ['', 'ef46db3751d8e999', 29806],
  ['abc', '44bc2cf5ad770999', 15940],
  ['BTC-USD', 'ba06f91856efecce', 20307],
  ['demo@ratel.local', '6834cb14f12bec11', 15466],
  ['1000001', 'fc162ebe6895da7a', 18273],
  ['a'.repeat(31), 'fe47067cda802916', 27218],
  ['a'.repeat(32), '856e843298f99ad7', 2322],
  ['Nobody inspects the spammish repetition', 'fbcea83c8a378bf1', 8152],
  ['BINANCE-US:CRV-USDT', '16c367aff01392c6', 18378],
  ['ключ', 'a17d2dd13d89d19c', 4073],
  ['0123456789'.repeat(10), 'f80e7b96315afffa', 4493],
]

describe('a slot', () => {
  it.each(vectors)('of %j is where every other language puts it', (key, hash, slot) => {
    const text = xxh64(new TextEncoder().encode(key)).toString(16).padStart(16, '0')
    expect(text).toBe(hash)
    expect(slotOf(key)).toBe(slot)
  })
})
