const mask = 0xffffffffffffffffn
const prime1 = 0x9e3779b185ebca87n
const prime2 = 0xc2b2ae3d27d4eb4fn
const prime3 = 0x165667b19e3779f9n
const prime4 = 0x85ebca77c2b2ae63n
const prime5 = 0x27d4eb2f165667c5n

/** How many slots there are: 1 to 32,767. */
export const slotCount = 32767n

/** The slot of a key, the same function as the platform's Java and PL/pgSQL. */
export function slotOf(key: string): number {
  return 1 + Number(xxh64(new TextEncoder().encode(key)) % slotCount)
}

/** XXH64 with seed 0 (Yann Collet's specification, 0.1.1), as an unsigned 64-bit number. */
export function xxh64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let offset = 0
  let hash: bigint
  if (bytes.length >= 32) {
    const lanes: [bigint, bigint, bigint, bigint] = [
      wrap(prime1 + prime2),
      prime2,
      0n,
      wrap(-prime1),
    ]
    for (; offset + 32 <= bytes.length; offset += 32) {
      for (let lane = 0; lane < 4; lane += 1) {
        const word = view.getBigUint64(offset + 8 * lane, true)
        lanes[lane] = round(lanes[lane] as bigint, word)
      }
    }
    hash = converge(lanes)
  } else {
    hash = prime5
  }
  hash = wrap(hash + BigInt(bytes.length))
  return avalanche(tail(hash, view, offset))
}

function wrap(value: bigint): bigint {
  return value & mask
}

function rotate(value: bigint, bits: bigint): bigint {
  return wrap(value << bits) | (value >> (64n - bits))
}

function round(lane: bigint, word: bigint): bigint {
  return wrap(rotate(wrap(lane + word * prime2), 31n) * prime1)
}

function converge(lanes: [bigint, bigint, bigint, bigint]): bigint {
  const [a, b, c, d] = lanes
  let hash = wrap(rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n))
  for (const lane of lanes) hash = wrap((hash ^ round(0n, lane)) * prime1 + prime4)
  return hash
}

function tail(start: bigint, view: DataView, from: number): bigint {
  let hash = start
  let offset = from
  for (; offset + 8 <= view.byteLength; offset += 8) {
    hash ^= round(0n, view.getBigUint64(offset, true))
    hash = wrap(rotate(hash, 27n) * prime1 + prime4)
  }
  if (offset + 4 <= view.byteLength) {
    hash ^= wrap(BigInt(view.getUint32(offset, true)) * prime1)
    hash = wrap(rotate(hash, 23n) * prime2 + prime3)
    offset += 4
  }
  for (; offset < view.byteLength; offset += 1) {
    hash ^= wrap(BigInt(view.getUint8(offset)) * prime5)
    hash = wrap(rotate(hash, 11n) * prime1)
  }
  return hash
}

function avalanche(start: bigint): bigint {
  let hash = start
  hash = wrap((hash ^ (hash >> 33n)) * prime2)
  hash = wrap((hash ^ (hash >> 29n)) * prime3)
  return hash ^ (hash >> 32n)
}
