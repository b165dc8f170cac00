import { describe, expect, it } from 'vitest'
import { draftAt, isRequest, requestOf, withFirings, type Firing } from './alerts'

const draft = draftAt('100.5')

describe('an alert', () => {
  it('crosses the price that it was made at', () => {
    expect(requestOf('BTC-USD', { ...draft, name: ' Breakout ' })).toEqual({
      symbol: 'BTC-USD',
      name: 'Breakout',
      repeat: 'always',
      condition: {
        type: 'crosses',
        field: { name: 'last' },
        direction: 'either',
        value: 100.5,
      },
    })
  })

  it('says which bars an indicator is of, and how fast a move must be', () => {
    const of = { ...draft, field: 'indicator', pattern: 'below', value: '30' } as const
    expect(requestOf('A', of)).toMatchObject({
      condition: {
        type: 'below',
        field: { name: 'indicator', indicator: 'rsi', interval: '1m' },
        value: 30,
      },
    })
    const fast = { ...draft, pattern: 'moves', value: '2', withinMinutes: '1.5' } as const
    expect(requestOf('A', { ...fast, once: true })).toMatchObject({
      repeat: 'once',
      condition: { type: 'changes', percent: 2, withinMs: 90_000 },
    })
  })

  it('may be any pattern that the platform takes', () => {
    const made = requestOf('A', { ...draft, pattern: 'pattern' })
    expect(isRequest(made) && made.condition['type']).toBe('sequence')
    expect(requestOf('A', { ...draft, pattern: 'pattern', json: '{' })).toEqual({
      json: 'The pattern is not a JSON object',
    })
  })

  it('names what is wrong before it is sent', () => {
    expect(requestOf('A', { ...draft, value: 'x' })).toEqual({
      value: 'The value must be a number',
    })
    expect(requestOf('A', { ...draft, pattern: 'moves', withinMinutes: '0' })).toEqual({
      withinMinutes: 'The time must be a number of minutes',
    })
  })
})

describe('what fired', () => {
  it('is listed newest first and once', () => {
    const firing = (id: string) => ({ id }) as Firing
    const all = withFirings([firing('9'), firing('2')], [firing('10'), firing('9')])
    expect(all.map(({ id }) => id)).toEqual(['10', '9', '2'])
  })
})
