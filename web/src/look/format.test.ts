import { describe, expect, it } from 'vitest'
import { age, atScale, dayTime, firstChange, grouped, percent, scaleOf } from './format'

describe('a number on the screen', () => {
  it('is grouped by thousands in its whole digits only', () => {
    expect(grouped('1234567.123456')).toBe('1,234,567.123456')
    expect(grouped('-999.5')).toBe('-999.5')
    expect(grouped('-1000')).toBe('-1,000')
  })

  it('has as many decimals as the tick, and never loses any', () => {
    expect(atScale('64321.5', 2)).toBe('64,321.50')
    expect(atScale('64321.1234', 2)).toBe('64,321.1234')
    expect(scaleOf('0.0100')).toBe(2)
    expect(scaleOf('1')).toBe(0)
    expect(scaleOf('10')).toBe(0)
    expect(scaleOf('1.00')).toBe(0)
  })

  it('says its direction without colour', () => {
    expect(percent(0.0125)).toBe('+1.25 %')
    expect(percent(-0.0125)).toBe('−1.25 %')
    expect(percent(0.000001)).toBe('0.00 %')
  })

  it('shows where a price changed', () => {
    expect(firstChange('64,321.50', '64,321.75')).toBe(7)
    expect(firstChange('999.00', '1,000.00')).toBe(0)
    expect(firstChange(undefined, '1')).toBe(0)
  })
})

describe('a time on the screen', () => {
  it('is in UTC, whatever its precision', () => {
    expect(dayTime('2026-03-02T23:59:58.123456789Z')).toBe('2 Mar 23:59:58')
    expect(dayTime('yesterday')).toBe('—')
  })

  it('has an age in one unit', () => {
    expect([age(2_400), age(125_000), age(7_300_000), age(200_000_000)]).toEqual([
      '2 s',
      '2 min',
      '2 h',
      '2 d',
    ])
  })
})
