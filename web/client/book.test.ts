import { describe, expect, it } from 'vitest'
import { bookOf, changed, type Level } from './book.js'
import { formatDecimal } from './decimal.js'

const snapshot = {
  bids: [
    ['100.00', '2'],
    ['99.50', '1'],
  ],
  asks: [
    ['100.50', '3'],
    ['101.00', '4'],
  ],
  sequence: 7,
  time: '2026-03-02T10:00:00Z',
  source: 'RATEL',
} as const

const texts = (levels: readonly Level[]) =>
  levels.map((level) => `${level.text}×${formatDecimal(level.quantity)}`)

describe('an order book', () => {
  it('keeps the best prices first, whatever order they arrive in', () => {
    const book = changed(bookOf(snapshot), { bids: [['99.75', '5']], asks: [['100.25', '1']] })
    expect(texts(book.bids)).toEqual(['100.00×2', '99.75×5', '99.50×1'])
    expect(texts(book.asks)).toEqual(['100.25×1', '100.50×3', '101.00×4'])
  })

  it('replaces a level by its absolute quantity and removes one of 0', () => {
    const book = changed(bookOf(snapshot), {
      bids: [['100.00', '9']],
      asks: [['100.50', '0.000']],
      sequence: 8,
    })
    expect(texts(book.bids)[0]).toBe('100.00×9')
    expect(texts(book.asks)).toEqual(['101.00×4'])
    expect(book.sequence).toBe('8')
  })

  it('takes 100 and 100.00 for one price', () => {
    const book = changed(bookOf(snapshot), { bids: [['100', '0']] })
    expect(texts(book.bids)).toEqual(['99.50×1'])
  })

  it('keeps the source and leaves the former book as it was', () => {
    const before = bookOf(snapshot)
    const after = changed(before, { bids: [['98', '1']], time: '2026-03-02T10:00:01Z' })
    expect(after.source).toBe('RATEL')
    expect(after.time).toBe('2026-03-02T10:00:01Z')
    expect(before.bids).toHaveLength(2)
  })
})
