import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Status } from '../../client/stream'
import { createConnection, perSecond } from './connection'

const status = (): Status => ({
  link: 'connected',
  roundTripMs: 1,
  heardAt: Date.now(),
  clockOffsetMs: 0,
})

describe('the connection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is stale within two seconds of silence, and not between two pings', () => {
    createRoot((dispose) => {
      const connection = createConnection()
      connection.report(status())
      vi.advanceTimersByTime(1_250)
      expect(connection.staleForMs()).toBeUndefined()
      vi.advanceTimersByTime(500)
      expect(connection.staleForMs()).toBeGreaterThan(1_500)
      connection.report(status())
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
    createRoot((dispose) => {
      const connection = createConnection()
      vi.advanceTimersByTime(250)
      for (let i = 0; i < 20; i += 1) connection.changed()
      vi.advanceTimersByTime(1_000)
      expect(connection.changesPerSecond()).toBe(20)
      dispose()
    })
    expect(perSecond([[0, 100], [500, 120], [2_000, 180]])).toBe(40)
    expect(perSecond([[0, 100]])).toBe(0)
    expect(perSecond([])).toBe(0)
  })
})
