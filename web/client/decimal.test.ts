import { describe, expect, it } from 'vitest'
import {
  add,
  canonical,
  compare,
  decimal,
  divide,
  formatDecimal,
  isMultipleOf,
  multiply,
  parseDecimal,
  rescale,
  subtract,
  toStep,
} from './decimal.js'

const text = formatDecimal

describe('an exact decimal', () => {
  it('keeps the scale it was written with', () => {
    expect(text(decimal('12.340'))).toBe('12.340')
    expect(text(decimal('-0.05'))).toBe('-0.05')
    expect(text(decimal('0'))).toBe('0')
  })

  it('has one canonical text for each number', () => {
    expect(canonical(decimal('12.340'))).toBe('12.34')
    expect(canonical(decimal('100.00'))).toBe('100')
    expect(canonical(decimal('-0.00'))).toBe('0')
  })

  it.each(['', ' 1', '1.', '.5', '1e5', '+1', 'NaN', 'Infinity', '1,000', '0x10', '9'.repeat(61)])(
    'refuses %j',
    (input) => {
      expect(parseDecimal(input)).toBeUndefined()
      expect(() => decimal(input)).toThrow(RangeError)
    },
  )

  it('adds where floats do not', () => {
    expect(text(add(decimal('0.1'), decimal('0.2')))).toBe('0.3')
    expect(text(subtract(decimal('1'), decimal('0.00000001')))).toBe('0.99999999')
  })

  it('multiplies beyond the range of a float', () => {
    const product = multiply(decimal('123456789012.34567891'), decimal('98765.4321'))
    expect(text(product)).toBe('12193263112482853.212114007011')
  })

  it('divides with the rounding that is asked for', () => {
    expect(text(divide(decimal('1'), decimal('3'), 4, 'down'))).toBe('0.3333')
    expect(text(divide(decimal('1'), decimal('3'), 4, 'up'))).toBe('0.3334')
    expect(text(divide(decimal('-1'), decimal('3'), 4, 'up'))).toBe('-0.3334')
    expect(text(divide(decimal('-1'), decimal('3'), 4, 'down'))).toBe('-0.3333')
    expect(text(divide(decimal('1'), decimal('0.25'), 0, 'up'))).toBe('4')
    expect(() => divide(decimal('1'), decimal('0.00'), 2, 'down')).toThrow('division by zero')
  })

  it('rounds to a scale', () => {
    expect(text(rescale(decimal('1.239'), 2, 'down'))).toBe('1.23')
    expect(text(rescale(decimal('1.231'), 2, 'up'))).toBe('1.24')
    expect(text(rescale(decimal('7'), 2, 'up'))).toBe('7.00')
  })

  it('compares numbers, not texts', () => {
    expect(compare(decimal('10'), decimal('9.99'))).toBe(1)
    expect(compare(decimal('1.10'), decimal('1.1'))).toBe(0)
    expect(compare(decimal('-2'), decimal('1'))).toBe(-1)
  })

  it('knows the multiples of a step', () => {
    expect(isMultipleOf(decimal('60123.45'), decimal('0.01'))).toBe(true)
    expect(isMultipleOf(decimal('60123.455'), decimal('0.01'))).toBe(false)
    expect(text(toStep(decimal('60123.459'), decimal('0.05'), 'down'))).toBe('60123.45')
    expect(text(toStep(decimal('60123.451'), decimal('0.05'), 'up'))).toBe('60123.50')
  })

  it('undoes every addition, for numbers drawn at random', () => {
    let state = 20240607n
    const draw = (bound: bigint) => {
      state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn
      return (state >> 11n) % bound
    }
    for (let i = 0; i < 500; i += 1) {
      const a = { units: draw(10n ** 15n) - 5n * 10n ** 14n, scale: Number(draw(9n)) }
      const b = { units: draw(10n ** 15n) - 5n * 10n ** 14n, scale: Number(draw(9n)) }
      expect(compare(subtract(add(a, b), b), a)).toBe(0)
      expect(compare(decimal(text(a)), a)).toBe(0)
    }
  })
})
