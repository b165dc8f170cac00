import { describe, expect, it } from 'vitest'
import { axesOf, exampleOf, placesAlong, questionOf, textOf, type Field } from './form'

const field = (name: string, type: string, preset = ''): Field => ({
  name,
  type,
  meaning: '',
  unit: '',
  required: preset === '',
  preset,
  rule: '',
  choices: [],
  fields: [],
})

describe('the form of a function', () => {
  it('takes numbers, lists with what is missing, matrices, dates and objects', () => {
    const fields = [
      field('strike', 'number'),
      field('steps', 'integer'),
      field('american', 'boolean'),
      field('type', 'choice'),
      field('returns', 'list'),
      field('covariance', 'matrix'),
      field('holdings', 'list of object'),
      field('rate', 'number'),
    ]
    const question = questionOf(fields, {
      strike: ' 65.5 ',
      steps: '5',
      american: 'true',
      type: 'call',
      returns: '0.1; -0.2\n null 3e-2',
      covariance: '1, 0.5\n0.5, 1',
      holdings: '[{"weight":1}]',
      rate: '',
    })
    expect(question).toEqual({
      strike: 65.5,
      steps: 5,
      american: true,
      type: 'call',
      returns: [0.1, -0.2, null, 0.03],
      covariance: [
        [1, 0.5],
        [0.5, 1],
      ],
      holdings: [{ weight: 1 }],
    })
  })

  it('leaves it to the platform to name what is no number', () => {
    expect(questionOf([field('strike', 'number')], { strike: 'x1' })).toEqual({ strike: 'x1' })
    expect(questionOf([field('a', 'object')], { a: '{' })).toEqual({ a: '{' })
  })

  it('opens with the published case and the presets', () => {
    const fields = [field('spot', 'number'), field('dividendYield', 'number', '0')]
    const example = { source: 'Haug', question: { spot: 60 }, figures: {} }
    const texts = exampleOf({ fields, example } as unknown as Parameters<typeof exampleOf>[0])
    expect(texts).toEqual({ spot: '60', dividendYield: '0' })
  })

  it('writes values as they can be read again', () => {
    expect(textOf([1, null, -2])).toBe('1, null, -2')
    expect(
      textOf([
        [1, 2],
        [3, 4],
      ]),
    ).toBe('1, 2\n3, 4')
    expect(textOf({ a: 1 })).toBe('{"a":1}')
    expect(textOf(undefined)).toBe('')
  })

  it('runs curves along numbers that are given', () => {
    const fields = [field('spot', 'number'), field('type', 'choice'), field('rate', 'number')]
    expect(axesOf(fields, { spot: '60', type: 'call', rate: '' }).map(({ name }) => name)).toEqual(
      ['spot'],
    )
    const places = placesAlong(100)
    expect(places[0]).toBe(50)
    expect(places.at(-1)).toBe(150)
    expect(placesAlong(0)[0]).toBe(-0.1)
  })
})
