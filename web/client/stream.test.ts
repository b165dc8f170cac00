import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backoffMs } from './backoff.js'
import { change, desk, turn } from './fake/desk.js'

const topic = 'market.BTC-USD.trades'

describe('a stream', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('signs in before it subscribes, then hears a snapshot and its deltas', async () => {
    const { stream, line, heard, listener } = desk('a-token')
    stream.subscribe(topic, listener)
    await turn()
    stream.start()
    line().accept()
    expect(line().sent.slice(0, 2)).toEqual([
      { auth: 'a-token' },
      { subscribe: [topic], id: expect.any(Number) },
    ])
    line().say(change('snapshot', 4, 'whole'))
    line().say(change('delta', 5, 'more'))
    expect(heard).toEqual(['snapshot whole', 'delta more'])
  })

  it('asks that orders end with the connection once it is signed in, on each new one', () => {
    const { stream, line, status } = desk('a-token')
    stream.start()
    stream.cancelOnDisconnect(true)
    line().accept()
    expect(line().frames('cancelOnDisconnect')).toEqual([])
    line().say({ authenticated: true })
    line().say({ authenticated: true })
    expect(line().frames('cancelOnDisconnect')).toEqual([{ cancelOnDisconnect: true }])
    line().say({ cancelOnDisconnect: true })
    expect(status().cancelsOnDisconnect).toBe(true)
    line().break()
    expect(status().cancelsOnDisconnect).toBe(false)
    vi.advanceTimersByTime(2_000)
    line().accept()
    line().say({ authenticated: true })
    expect(line().frames('cancelOnDisconnect')).toHaveLength(1)
    stream.cancelOnDisconnect(false)
    expect(line().frames('cancelOnDisconnect').at(-1)).toEqual({ cancelOnDisconnect: false })
  })

  it('sends no sign-in for a visitor', async () => {
    const { stream, line } = desk()
    stream.start()
    line().accept()
    expect(line().frames('auth')).toEqual([])
  })

  it('drops a delta it has had and asks again when one is missing', async () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    line().say(change('delta', 4, 'old'))
    line().say(change('delta', 6, 'beyond a gap'))
    await vi.advanceTimersByTimeAsync(500)
    line().say(change('delta', 7, 'still beyond'))
    line().say(change('snapshot', 9, 'whole again'))
    expect(heard).toEqual(['snapshot whole', 'snapshot whole again'])
    expect(line().frames('subscribe')).toHaveLength(2)
  })

  it('recovers after a break from the last offset, and goes on without a snapshot', async () => {
    const { stream, lines, line, heard, listener, status } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    line().break()
    expect(status().link).toBe('reconnecting')
    vi.advanceTimersByTime(2_000)
    expect(lines).toHaveLength(2)
    line().accept()
    expect(line().frames('recover')[0]).toMatchObject({
      recover: { [topic]: { epoch: 'e1', offset: 4 } },
    })
    expect(line().frames('subscribe')).toEqual([])
    line().say({ recovered: { [topic]: true }, id: 9 })
    line().say(change('delta', 5, 'missed'))
    expect(heard).toEqual(['snapshot whole', 'delta missed'])
  })

  it('waits for a snapshot when the server cannot recover', async () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    line().say({ recovered: { [topic]: false }, id: 9 })
    line().say(change('delta', 5, 'of another life', 'e2'))
    line().say(change('snapshot', 5, 'new', 'e2'))
    expect(heard).toEqual(['snapshot whole', 'snapshot new'])
  })

  it('keeps a snapshot that overtakes the answer to its recovery', async () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    line().say(change('snapshot', 1, 'new', 'e2'))
    line().say({ recovered: { [topic]: false }, id: 9 })
    line().say(change('delta', 2, 'next', 'e2'))
    expect(heard).toEqual(['snapshot whole', 'snapshot new', 'delta next'])
  })

  it('takes a silent connection for dead in spite of its being open', async () => {
    const { stream, lines, line, status } = desk()
    stream.start()
    line().accept()
    line().say({ pong: Date.now() })
    expect(status().roundTripMs).toBe(0)
    vi.advanceTimersByTime(8_000)
    expect(status().link).toBe('reconnecting')
    vi.advanceTimersByTime(2_000)
    expect(lines.length).toBeGreaterThan(1)
  })

  it('says offline after repeated failures and connects at once when asked', async () => {
    const { stream, lines, line, status } = desk()
    stream.start()
    for (let i = 0; i < 4; i += 1) {
      line().break()
      vi.advanceTimersByTime(20_000)
    }
    expect(status().link).toBe('offline')
    const attempts = lines.length
    stream.retryNow()
    await turn()
    expect(lines).toHaveLength(attempts + 1)
    line().accept()
    expect(status().link).toBe('connected')
  })

  it('hands a refusal to the topic that was refused, and only to it', async () => {
    const { stream, line, refused, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    await turn()
    const { id } = line().frames('subscribe')[0] as { id: number }
    line().say({ error: { code: 'UNKNOWN_TOPIC', message: 'no such topic' }, id })
    line().say({ error: { code: 'UNKNOWN_TOPIC', message: 'of another' }, id: id + 5 })
    expect(refused.map((error) => error.message)).toEqual(['no such topic'])
  })

  it('asks for topics apart when one of them refuses them all', async () => {
    const { stream, line, refused, listener } = desk()
    stream.subscribe(topic, listener)
    await turn()
    stream.subscribe('market.NONE.book', listener)
    stream.start()
    line().accept()
    const { id } = line().frames('subscribe')[0] as { id: number }
    line().say({ error: { code: 'UNKNOWN_TOPIC', message: 'one of them' }, id })
    expect(refused).toEqual([])
    const [, first, second] = line().frames('subscribe')
    expect(first).toMatchObject({ subscribe: [topic] })
    expect(second).toMatchObject({ subscribe: ['market.NONE.book'] })
  })

  it('reports a refused token, then returns with a better one', async () => {
    const { stream, lines, line, unauthorized } = desk('stale')
    stream.start()
    line().accept()
    line().say({ error: { code: 'UNAUTHENTICATED', message: 'expired' } })
    expect(unauthorized()).toBe(1)
    stream.reauthenticate()
    await turn()
    expect(lines).toHaveLength(2)
    line().accept()
    line().say({ error: { code: 'TOKEN_EXPIRED', message: 'expired' } })
    expect(unauthorized()).toBe(1)
    vi.advanceTimersByTime(10_000)
    line().say({ error: { code: 'TOKEN_EXPIRED', message: 'expired' } })
    expect(unauthorized()).toBe(2)
  })

  it('survives rubbish', async () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    await turn()
    line().onmessage?.({ data: '{"batch":' })
    line().onmessage?.({ data: new ArrayBuffer(3) })
    line().say(null)
    line().say(change('snapshot', 1, 'whole'))
    expect(heard).toEqual(['snapshot whole'])
  })
})

describe('the wait before the next attempt', () => {
  it('stays within 2 and 20 seconds and grows', () => {
    for (const attempt of [0, 1, 2, 3, 9, 1_000]) {
      expect(backoffMs(attempt, 0)).toBe(2_000)
      expect(backoffMs(attempt, 0.999_999)).toBeLessThanOrEqual(20_000)
    }
    expect(backoffMs(0, 0.5)).toBeLessThan(backoffMs(2, 0.5))
  })
})
