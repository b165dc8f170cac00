import { describe, expect, it } from 'vitest'
import { decimal } from '../../client/decimal'
import { signed } from './signed'

describe('a gain or a loss', () => {
  it('has an arrow, a sign and a colour', () => {
    expect(signed(decimal('1204.119'))).toMatchObject({ text: '▴ +1,204.11', sign: 1 })
    expect(signed(decimal('-0.5'))).toMatchObject({ text: '▾ −0.50', sign: -1 })
  })

  it('has no direction where nothing of it is shown', () => {
    expect(signed(decimal('-0.009'))).toMatchObject({ text: '0.00', sign: 0 })
  })
})
