import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backoffMs } from './backoff'
import { Stream, type Socket, type Status } from './stream'
import type { ErrorBody } from './failures'

/** The server's end of a connection, in the test's hands. */
class Line implements Socket {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly sent: Record<string, unknown>[] = []

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }

  close(): void {
    this.readyState = 3
  }

  accept(): void {
    this.readyState = 1
    this.onopen?.()
  }

  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  break(): void {
    this.readyState = 3
    this.onclose?.()
  }

  frames(name: string): Record<string, unknown>[] {
    return this.sent.filter((frame) => name in frame)
  }
}

function desk(token?: string) {
  const lines: Line[] = []
  const statuses: Status[] = []
  const heard: string[] = []
  const refused: ErrorBody[] = []
  let unauthorized = 0
  const stream = new Stream({
    open: () => {
      const line = new Line()
      lines.push(line)
      return line
    },
    token: () => token,
    unauthorized: () => (unauthorized += 1),
    status: (status) => statuses.push(status),
    random: () => 0,
  })
  const listener = {
    snapshot: (data: unknown) => heard.push(`snapshot ${String(data)}`),
    delta: (data: unknown) => heard.push(`delta ${String(data)}`),
    refused: (error: ErrorBody) => refused.push(error),
  }
  return {
    stream,
    lines,
    heard,
    refused,
    listener,
    line: () => lines.at(-1) as Line,
    status: () => statuses.at(-1) as Status,
    unauthorized: () => unauthorized,
  }
}

function change(kind: 'snapshot' | 'delta', offset: number, data: string, epoch = 'e1') {
  return { batch: [{ topic: 'market.BTC-USD.trades', epoch, offset, kind, data }] }
}

const topic = 'market.BTC-USD.trades'

describe('a stream', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('signs in before it subscribes, then hears a snapshot and its deltas', () => {
    const { stream, line, heard, listener } = desk('a-token')
    stream.subscribe(topic, listener)
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

  it('sends no sign-in for a visitor', () => {
    const { stream, line } = desk()
    stream.start()
    line().accept()
    expect(line().frames('auth')).toEqual([])
  })

  it('drops a delta it has had and asks again when one is missing', () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    line().say(change('snapshot', 4, 'whole'))
    line().say(change('delta', 4, 'old'))
    line().say(change('delta', 6, 'beyond a gap'))
    line().say(change('delta', 7, 'still beyond'))
    line().say(change('snapshot', 9, 'whole again'))
    expect(heard).toEqual(['snapshot whole', 'snapshot whole again'])
    expect(line().frames('subscribe')).toHaveLength(2)
    expect(line().frames('unsubscribe')).toHaveLength(1)
  })

  it('recovers after a break from the last offset, and goes on without a snapshot', () => {
    const { stream, lines, line, heard, listener, status } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
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

  it('waits for a snapshot when the server cannot recover', () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    line().say(change('snapshot', 4, 'whole'))
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    line().say({ recovered: { [topic]: false }, id: 9 })
    line().say(change('delta', 5, 'of another life', 'e2'))
    line().say(change('snapshot', 5, 'new', 'e2'))
    expect(heard).toEqual(['snapshot whole', 'snapshot new'])
  })

  it('keeps a snapshot that overtakes the answer to its recovery', () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    line().say(change('snapshot', 4, 'whole'))
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    line().say(change('snapshot', 1, 'new', 'e2'))
    line().say({ recovered: { [topic]: false }, id: 9 })
    line().say(change('delta', 2, 'next', 'e2'))
    expect(heard).toEqual(['snapshot whole', 'snapshot new', 'delta next'])
  })

  it('takes a silent connection for dead in spite of its being open', () => {
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

  it('reads the platform’s clock half a round trip ago, and says when it is not told', () => {
    const { stream, line, status } = desk()
    stream.start()
    line().accept()
    const sentAt = Date.now()
    vi.advanceTimersByTime(40)
    line().say({ pong: sentAt, time: new Date(sentAt + 5_020).toISOString() })
    expect(status()).toMatchObject({ roundTripMs: 40, clockOffsetMs: 5_000 })
    line().say({ pong: sentAt })
    expect(status().clockOffsetMs).toBeUndefined()
  })

  it('says offline after repeated failures and connects at once when asked', () => {
    const { stream, lines, line, status } = desk()
    stream.start()
    for (let i = 0; i < 4; i += 1) {
      line().break()
      vi.advanceTimersByTime(20_000)
    }
    expect(status().link).toBe('offline')
    const attempts = lines.length
    stream.retryNow()
    expect(lines).toHaveLength(attempts + 1)
    line().accept()
    expect(status().link).toBe('connected')
  })

  it('hands a refusal to the topic that was refused, and only to it', () => {
    const { stream, line, refused, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
    const { id } = line().frames('subscribe')[0] as { id: number }
    line().say({ error: { code: 'UNKNOWN_TOPIC', message: 'no such topic' }, id })
    line().say({ error: { code: 'UNKNOWN_TOPIC', message: 'of another' }, id: id + 5 })
    expect(refused.map((error) => error.message)).toEqual(['no such topic'])
  })

  it('asks for topics apart when one of them refuses them all', () => {
    const { stream, line, refused, listener } = desk()
    stream.subscribe(topic, listener)
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

  it('reports a refused token, then returns with a better one', () => {
    const { stream, lines, line, unauthorized } = desk('stale')
    stream.start()
    line().accept()
    line().say({ error: { code: 'UNAUTHENTICATED', message: 'expired' } })
    expect(unauthorized()).toBe(1)
    stream.reauthenticate()
    expect(lines).toHaveLength(2)
    line().accept()
    line().say({ error: { code: 'TOKEN_EXPIRED', message: 'expired' } })
    expect(unauthorized()).toBe(1)
    vi.advanceTimersByTime(10_000)
    line().say({ error: { code: 'TOKEN_EXPIRED', message: 'expired' } })
    expect(unauthorized()).toBe(2)
  })

  it('survives rubbish', () => {
    const { stream, line, heard, listener } = desk()
    stream.start()
    line().accept()
    stream.subscribe(topic, listener)
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
