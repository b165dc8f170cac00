import { describe, expect, it } from 'vitest'
import { parameterFault, plotsOf, readChosen, titleOf, type IndicatorFunction } from './indicators'

const period = {
  name: 'period',
  title: 'Rows',
  whole: true,
  preset: 20,
  min: 2,
  max: 10_000,
} as const

const bollinger: IndicatorFunction = {
  area: 'indicators',
  name: 'bollinger',
  title: 'Bollinger bands',
  input: 'values',
  pane: 'overlay',
  parameters: [period],
  outputs: ['values', 'upper'],
  warmUp: 19,
  convention: '',
  reference: '',
  fields: [],
  figures: [],
}

describe('indicators', () => {
  it('draw a line for each output, broken where there is no number', () => {
    const chosen = { name: 'bollinger', parameters: { period: 2 } }
    const plots = plotsOf(chosen, bollinger, {
      times: ['2026-01-02T03:04:00Z', '2026-01-02T03:05:00Z'],
      values: [null, 2.5],
      upper: [null, 4],
    })
    expect(plots.map(({ title, overlay }) => [title, overlay])).toEqual([
      ['bollinger 2', true],
      ['upper', true],
    ])
    expect(plots[0]?.points).toEqual([
      { ms: Date.UTC(2026, 0, 2, 3, 4), value: undefined },
      { ms: Date.UTC(2026, 0, 2, 3, 5), value: 2.5 },
    ])
    expect(plots[0]?.owner).toBe(plots[1]?.owner)
  })

  it('take the parameters that the platform would take', () => {
    expect(parameterFault(period, '2')).toBeUndefined()
    for (const text of ['', 'x', '1', '2.5', '10001']) {
      expect(parameterFault(period, text)).toBe('must be a whole number from 2 to 10000')
    }
    expect(parameterFault({ ...period, whole: false }, '2.5')).toBeUndefined()
  })

  it('are remembered as far as they make sense', () => {
    const kept = [{ name: 'sma', parameters: { period: 9 } }]
    expect(readChosen(JSON.stringify(kept))).toEqual(kept)
    expect(readChosen(null)).toEqual([])
    expect(readChosen('{')).toEqual([])
    expect(readChosen('[{"name":1},{"name":"x","parameters":{"a":"b"}},7]')).toEqual([])
  })

  it('are called by their numbers', () => {
    expect(titleOf({ name: 'macd', parameters: { fast: 12, slow: 26 } })).toBe('macd 12, 26')
    expect(titleOf({ name: 'obv', parameters: {} })).toBe('obv')
  })
})
