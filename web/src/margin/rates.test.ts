import { describe, expect, it } from 'vitest'
import { canonical, decimal } from '../../client/decimal'
import { divisorOf, leastStep, marginOf, type Bracket } from './rates'

const brackets: readonly Bracket[] = [
  { upTo: '1000', initial: '0.05', maintenance: '0.025' },
  { upTo: '5000', initial: '0.1', maintenance: '0.05' },
  { upTo: null, initial: '0.5', maintenance: '0.25' },
]

const initial = (notional: string, divisor = '1') =>
  canonical(marginOf(decimal(notional), brackets, 'initial', decimal(divisor)))

describe('the margin of a notional', () => {
  it.each([
    ['0', '0'],
    ['1000', '50'],
    ['1000.01', '50.001'],
    ['5000', '450'],
    ['6000', '950'],
  ])('of %s is %s: each slice at its own rate', (notional, margin) => {
    expect(initial(notional)).toBe(margin)
  })

  it('is that of the notional divided by the leverage', () => {
    expect(initial('6000', '6')).toBe('50')
  })

  it('to keep is asked for at the other rate', () => {
    expect(canonical(marginOf(decimal('2000'), brackets, 'maintenance', decimal('1')))).toBe('75')
  })

  it('is divided only where the account says that leverage bears on it', () => {
    expect(canonical(divisorOf(undefined))).toBe('1')
  })
})

describe('the least step that holds', () => {
  it('is found wherever it is', () => {
    for (const edge of [0n, 1n, 7n, 99n, 100n]) {
      expect(leastStep(100n, (step) => step >= edge)).toBe(edge)
    }
    expect(leastStep(100n, () => false)).toBeUndefined()
  })
})
