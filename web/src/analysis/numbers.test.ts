import { describe, expect, it } from 'vitest'
import { figureText, moneyText } from './numbers'

describe('figures as people read them', () => {
  it.each([
    [2.1333684449, '2.13337'],
    [0.000818828064, '0.000818828'],
    [1234567.891, '1,234,567.89'],
    [-0.5, '−0.5'],
    [1e-9, '1.00000e-9'],
    [-2e20, '−2.00000e+20'],
    [0, '0'],
    [null, '—'],
    ['2005-05-15', '2005-05-15'],
    [true, 'true'],
  ])('%s is %s', (value, text) => {
    expect(figureText(value)).toBe(text)
  })

  it('shows money without cents, and what is not known as such', () => {
    expect(moneyText(-655_817.4)).toBe('−655,817')
    expect(moneyText(null)).toBe('—')
  })
})
