import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64'

describe('base64url', () => {
  it('has no padding and no letters that a URL would change', () => {
    expect(toBase64(new Uint8Array([251, 255, 254, 0]).buffer)).toBe('-__-AA')
    expect([...fromBase64('-__-AA')]).toEqual([251, 255, 254, 0])
  })

  it('gives back what it was given, whatever the length', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256)
      expect([...fromBase64(toBase64(bytes.buffer))]).toEqual([...bytes])
    }
  })
})
