import { describe, expect, it } from 'vitest'
import { rateFault, rateOf, typed } from './rates'

const rate = (burst: string, average: string, periodS: string) => ({ burst, average, periodS })

describe('rateFault', () => {
  it('takes what the platform takes', () => {
    expect(rateFault(rate('1', '1', '60'))).toBeUndefined()
    expect(rateFault(rate('1000000', '1000000', '1'))).toBeUndefined()
    expect(rateFault(rate(' 120 ', '1200', '60'))).toBeUndefined()
  })

  it('names what the platform would refuse', () => {
    expect(rateFault(rate('0', '1', '1'))).toMatch(/^At once must be 1 to 1,000,000/)
    expect(rateFault(rate('1', '', '1'))).toMatch(/^Average/)
    expect(rateFault(rate('1', '1.5', '1'))).toMatch(/^Average/)
    expect(rateFault(rate('1', '1', '86401'))).toMatch(/^Period in seconds/)
    expect(rateFault(rate('1', '1000001', '1'))).toMatch(/1,000,000 a second/)
    expect(rateFault(rate('1', '1', '61'))).toMatch(/one a minute/)
  })
})

it('what is typed is what is shown', () => {
  const one = { tier: 'api', holder: 'pro', burst: 1, average: 2, periodS: 3 } as const
  expect(rateOf('api', 'pro', typed(one))).toEqual(one)
})
