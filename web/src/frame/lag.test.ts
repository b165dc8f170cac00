import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { createLag, newestTime } from './lag'

/** A lag meter whose clock and screen are in the test's hands. */
function meter(offset: number | undefined) {
  let now = Date.parse('2026-03-02T10:00:00.000Z')
  const frames: (() => void)[] = []
  const lag = createRoot(() =>
    createLag(
      () => offset,
      (then) => frames.push(then),
      () => now,
    ),
  )
  return {
    lag,
    frames,
    paint: () => frames.splice(0).forEach((then) => then()),
    wait: (ms: number) => (now += ms),
  }
}

const trade = (time: string) => ({ price: '1', time })

describe('the lag', () => {
  it('is the age of the newest change when it is painted, by the platform’s clock', () => {
    const { lag, paint, wait } = meter(250)
    lag.heard([trade('2026-03-02T09:59:59.990Z'), trade('2026-03-02T10:00:00.230Z')])
    wait(16)
    paint()
    expect(lag.ms()).toBe(36)
  })

  it('measures one frame once, by its newest change', () => {
    const { lag, frames, paint } = meter(0)
    lag.heard(trade('2026-03-02T09:59:59.990Z'))
    lag.heard(trade('2026-03-02T09:59:59.980Z'))
    expect(frames).toHaveLength(1)
    paint()
    expect(lag.ms()).toBe(10)
  })

  it('is never below zero', () => {
    const { lag, paint } = meter(0)
    lag.heard(trade('2026-03-02T10:00:00.500Z'))
    paint()
    expect(lag.ms()).toBe(0)
  })

  it('is unknown without the platform’s clock, and again when nothing has come for long', () => {
    const without = meter(undefined)
    without.lag.heard(trade('2026-03-02T10:00:00.000Z'))
    without.paint()
    expect(without.lag.ms()).toBeUndefined()
    const { lag, paint, wait } = meter(0)
    lag.heard(trade('2026-03-02T10:00:00.000Z'))
    paint()
    wait(4_000)
    lag.settle()
    expect(lag.ms()).toBe(0)
    wait(2_000)
    lag.settle()
    expect(lag.ms()).toBeUndefined()
  })

  it('reads the time of a list, of one change, and of nothing', () => {
    expect(newestTime([])).toBeNaN()
    expect(newestTime({ bids: [] })).toBeNaN()
    expect(newestTime({ time: null })).toBeNaN()
    expect(newestTime({ time: '1970-01-01T00:00:01Z' })).toBe(1_000)
  })
})
