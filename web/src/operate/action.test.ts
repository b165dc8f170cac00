import { describe, expect, it } from 'vitest'
import { actionBody, actionFault, actionWords, emptyAction, isWhole } from './action'

/** Every field says something, so that what does not belong would show if it were sent. */
const full = {
  ...emptyAction,
  numerator: '7',
  denominator: '1',
  amount: '0.24',
  otherSymbol: 'GLOBEX',
  costShare: '0.3',
  newSymbol: 'ACME2',
}

describe('a corporate action', () => {
  it.each([
    ['split', { numerator: 7, denominator: 1, amount: '0.24' }],
    ['dividend', { amount: '0.24' }],
    ['spinOff', { otherSymbol: 'GLOBEX', numerator: 7, denominator: 1, costShare: '0.3' }],
    ['rights', { otherSymbol: 'GLOBEX', numerator: 7, denominator: 1 }],
    ['symbolChange', { newSymbol: 'ACME2' }],
  ] as const)('%s is sent with what it has and nothing else', (kind, body) => {
    expect(actionBody({ ...full, kind })).toEqual({ kind, ...body })
    expect(isWhole({ ...full, kind })).toBe(true)
  })

  it('needs what it cannot be without', () => {
    expect(isWhole(emptyAction)).toBe(false)
    expect(isWhole({ ...full, amount: '' })).toBe(true)
    expect(isWhole({ ...full, kind: 'dividend', amount: '' })).toBe(false)
    expect(isWhole({ ...full, kind: 'spinOff', costShare: '' })).toBe(true)
  })

  it.each([
    ['numerator', '1.5', 'Must be a whole number.'],
    ['otherSymbol', 'acme', 'Must be a symbol.'],
    ['amount', 'much', 'Must be a plain number.'],
    ['amount', '', undefined],
  ] as const)('with %s of "%s" is told: %s', (part, text, message) => {
    expect(actionFault(part, text)).toBe(message)
  })

  it('says on its button what it will do', () => {
    expect(actionWords(full, 'ACME')).toContain('Split ACME 7 for 1')
    expect(actionWords({ ...full, kind: 'symbolChange' }, 'ACME')).toBe('Rename ACME to ACME2')
  })
})
