import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Status } from '../../client/stream'
import { createConnection, perSecond } from './connection'

const status = (changes: number): Status => ({
  link: 'connected',
  roundTripMs: 1,
  heardAt: Date.now(),
  clockOffsetMs: 0,
  changes,
})

describe('the connection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is stale within two seconds of silence, and not between two pings', () => {
    createRoot((dispose) => {
      const connection = createConnection()
      connection.report(status(0))
      vi.advanceTimersByTime(1_250)
      expect(connection.staleForMs()).toBeUndefined()
      vi.advanceTimersByTime(500)
      expect(connection.staleForMs()).toBeGreaterThan(1_500)
      connection.report(status(1))
      vi.advanceTimersByTime(250)
      expect(connection.staleForMs()).toBeUndefined()
      dispose()
    })
  })

  it('is not stale before anything was heard: nothing is shown yet', () => {
    createRoot((dispose) => {
      const connection = createConnection()
      vi.advanceTimersByTime(5_000)
      expect(connection.staleForMs()).toBeUndefined()
      dispose()
    })
  })

  it('counts changes by the second', () => {
    expect(perSecond([[0, 100], [500, 120], [2_000, 180]])).toBe(40)
    expect(perSecond([[0, 100]])).toBe(0)
    expect(perSecond([])).toBe(0)
  })
})
