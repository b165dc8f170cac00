import { describe, expect, it } from 'vitest'
import { destination } from './listKeys'

const items = ['', { symbol: 'A' }, { symbol: 'B' }, 'KRAKEN', { symbol: 'KRAKEN:C' }]

describe('the keys of a list', () => {
  it('pass over heads', () => {
    expect(destination('ArrowDown', 2, items, 10)).toBe(4)
    expect(destination('ArrowUp', 4, items, 10)).toBe(2)
  })

  it('stop at both ends', () => {
    expect(destination('ArrowUp', 1, items, 10)).toBe(1)
    expect(destination('ArrowDown', 4, items, 10)).toBe(4)
    expect(destination('End', 1, items, 10)).toBe(4)
    expect(destination('PageDown', 1, items, 10)).toBe(4)
    expect(destination('Home', 4, items, 10)).toBe(1)
  })

  it('are the arrows and their like alone', () => {
    expect(destination('a', 1, items, 10)).toBeUndefined()
  })
})
