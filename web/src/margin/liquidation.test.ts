import { describe, expect, it } from 'vitest'
import { canonical, decimal, zero } from '../../client/decimal'
import { liquidationPrice, marginLevel, standing, type Exposure } from './liquidation'
import type { Bracket } from './rates'

const flat: readonly Bracket[] = [{ upTo: null, initial: '0.1', maintenance: '0.05' }]
const brackets: readonly Bracket[] = [
  { upTo: '1000', initial: '0.1', maintenance: '0.05' },
  { upTo: null, initial: '0.4', maintenance: '0.2' },
]

const price = (change: Partial<Exposure>) => {
  const found = liquidationPrice({
    size: decimal('10'),
    mark: decimal('100'),
    tick: decimal('0.01'),
    brackets: flat,
    divisor: decimal('1'),
    equity: decimal('200'),
    othersMaintenance: zero,
    ...change,
  })
  return found === undefined ? undefined : canonical(found)
}

describe('the price of a liquidation', () => {
  it('of a long position is below the mark, where its equity no longer covers it', () => {
    // 200 + 10 (p − 100) < 0.05 × 10 p  ⇔  9.5 p < 800
    expect(price({})).toBe('84.21')
  })

  it('of a short one is above', () => {
    // 200 − 10 (p − 100) < 0.05 × 10 p  ⇔  1200 < 10.5 p
    expect(price({ size: decimal('-10') })).toBe('114.29')
  })

  it('is nearer when others need their margin as well', () => {
    // 9.5 p < 800 + 57
    expect(price({ othersMaintenance: decimal('57') })).toBe('90.21')
  })

  it('knows the brackets', () => {
    // Above 1,000 of value each further unit needs a fifth: 1200 − 10 p < 50 + 0.2 (10 p − 1000)
    expect(price({ size: decimal('-10'), brackets })).toBe('112.51')
    expect(price({ size: decimal('-10'), brackets, equity: decimal('200.13') })).toBe('112.52')
  })

  it('is the mark when it has been reached, and none when money for all of it is there', () => {
    expect(price({ equity: decimal('1') })).toBe('100')
    expect(price({ equity: decimal('1000') })).toBeUndefined()
    expect(price({ size: zero })).toBeUndefined()
  })
})

describe('the level of an account', () => {
  it('is its equity as a share of what it uses', () => {
    expect(marginLevel('200', '50')).toBe(400)
    expect(marginLevel('200', '0.00')).toBeUndefined()
  })

  it.each([
    ['200', '0.00', '0.00', 'free'],
    ['200', '200', '100', 'healthy'],
    ['199.99', '200', '100', 'called'],
    ['100', '200', '100', 'called'],
    ['99.99', '200', '100', 'liquidated'],
  ])('of %s with %s in use and %s needed is %s', (equity, used, maintenance, word) => {
    expect(standing(equity, used, maintenance)).toBe(word)
  })
})
