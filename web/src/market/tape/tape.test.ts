import { describe, expect, it } from 'vitest'
import type { Trade } from '../../../client/shapes'
import { trades as reducer } from '../reducers'
import { heldTrades, weightOf, type HeldTape } from './tape'

const trade = (id: number): Trade => ({ id: String(id), price: '5', quantity: '1', time: 't' })
const newest = (count: number) => Array.from({ length: count }, (_, i) => trade(count - i))
const none: HeldTape = { shown: [], waiting: 0, of: undefined }

describe('time and sales', () => {
  it('keeps the newest 200, whatever comes', () => {
    let known = reducer.snapshot(newest(50))
    for (let id = 51; id <= 500; id += 1) known = reducer.delta(known, [trade(id)])
    expect(known).toHaveLength(200)
    expect(known[0]?.id).toBe('500')
  })

  it('shows trades as they come', () => {
    const tape = heldTrades(
      () => newest(3),
      () => false,
      () => 'ACME',
    )(none)
    expect(tape.shown.map(({ id }) => id)).toEqual(['3', '2', '1'])
  })

  it('stands still while it is held, and counts what waits', () => {
    const before = { shown: newest(3), waiting: 0, of: 'ACME' }
    const held = heldTrades(
      () => newest(5),
      () => true,
      () => 'ACME',
    )(before)
    expect(held.shown).toBe(before.shown)
    expect(held.waiting).toBe(2)
  })

  it('is another tape in another market, held or not', () => {
    const before = { shown: newest(3), waiting: 0, of: 'ACME' }
    const tape = heldTrades(
      () => newest(1),
      () => true,
      () => 'GLOBEX',
    )(before)
    expect(tape).toMatchObject({ waiting: 0, of: 'GLOBEX' })
    expect(tape.shown).toHaveLength(1)
  })

  it('weighs a size against the largest', () => {
    expect(weightOf({ ...trade(1), quantity: '25' }, 100)).toBe(0.5)
    expect(weightOf(trade(1), 0)).toBe(0)
  })
})
