import { describe, expect, it } from 'vitest'
import { mergeBars, rollUp } from './bars.js'
import type { Bar } from './shapes.js'

function bar(time: string, prices: string, volume = '1', trades = 1): Bar {
  const [open = '0', high = '0', low = '0', close = '0'] = prices.split(' ')
  return { time: `2026-03-02T${time}Z`, open, high, low, close, volume, trades }
}

const clock = (bars: readonly Bar[]) => bars.map((each) => each.time.slice(11, 16))

describe('a series of bars', () => {
  const history = [bar('10:00:00', '1 2 1 2'), bar('10:01:00', '2 3 2 3')]

  it('replaces the bar that is still forming', () => {
    const merged = mergeBars(history, [bar('10:01:00', '2 4 2 4', '5')])
    expect(clock(merged)).toEqual(['10:00', '10:01'])
    expect(merged[1]?.close).toBe('4')
  })

  it('appends the next bar', () => {
    expect(clock(mergeBars(history, [bar('10:02:00', '3 3 3 3')]))).toEqual([
      '10:00',
      '10:01',
      '10:02',
    ])
  })

  it('fills the hole that a lost connection left, in order and without doubles', () => {
    const late = [
      bar('10:05:00', '5 5 5 5'),
      bar('10:01:00', '2 9 2 9'),
      bar('10:03:00', '4 4 4 4'),
    ]
    const merged = mergeBars(history, late)
    expect(clock(merged)).toEqual(['10:00', '10:01', '10:03', '10:05'])
    expect(merged[1]?.high).toBe('9')
  })
})

describe('minutes folded into five', () => {
  const history = [bar('09:55:00', '1 1 1 1', '7', 7), bar('10:00:00', '1 8 1 5', '30', 9)]

  it('rebuild a bucket they cover whole, with exact volume', () => {
    const minutes = [
      bar('10:00:00', '1 8 1 2', '0.1'),
      bar('10:03:00', '2 3 0.5 3', '0.2'),
      bar('10:05:00', '3 4 3 4', '0.7'),
    ]
    const [, ten, five] = rollUp(history, minutes, '5m')
    expect(ten?.volume).toBe('0.3')
    expect([ten?.open, ten?.high, ten?.low, ten?.close]).toEqual(['1', '8', '0.5', '3'])
    expect(ten?.trades).toBe(2)
    expect(five?.volume).toBe('0.7')
  })

  it('keep the open and the volume of a bucket that began before them', () => {
    const [, ten] = rollUp(history, [bar('10:04:00', '5 9 4 6', '2', 3)], '5m')
    expect([ten?.open, ten?.high, ten?.low, ten?.close]).toEqual(['1', '9', '1', '6'])
    expect([ten?.volume, ten?.trades]).toEqual(['30', 9])
  })

  it('are the history when there are none', () => {
    expect(rollUp(history, [], '5m')).toBe(history)
  })
})
