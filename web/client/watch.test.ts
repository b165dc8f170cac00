import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { change, desk, turn } from './fake/desk.js'

const topic = 'market.BTC-USD.trades'
const other = 'market.ETH-USD.trades'

/** A desk with an open connection. */
function openDesk(token?: string) {
  const opened = desk(token)
  opened.stream.start()
  opened.line().accept()
  return opened
}

/** Loses the connection and brings it back. */
function reconnect({ line }: ReturnType<typeof desk>): void {
  line().break()
  vi.advanceTimersByTime(2_000)
  line().accept()
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a watch', () => {
  it('is pending until its snapshot, then committed, unwatched when it is stopped', async () => {
    const { follow, line } = openDesk()
    const { watch, story } = follow(topic)
    expect(watch.state).toBe('pending')
    line().say(change('snapshot', 3, 'not asked for yet'))
    expect(story).toEqual([])
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    expect(watch.state).toBe('committed')
    line().say(change('delta', 5, 'more'))
    watch.stop()
    line().say(change('delta', 6, 'unheard'))
    expect(story).toEqual(['snapshot whole', 'committed', 'delta more', 'unwatched'])
  })

  it('keeps its value, flagged, while the connection is lost; commits when recovered', async () => {
    const office = openDesk()
    const { watch, story } = office.follow(topic)
    await turn()
    office.line().say(change('snapshot', 4, 'whole'))
    reconnect(office)
    expect(watch.state).toBe('rePending')
    office.line().say({ recovered: { [topic]: true }, id: 2 })
    office.line().say(change('delta', 5, 'missed'))
    expect(story.slice(2)).toEqual(['rePending', 'committed', 'delta missed'])
  })

  it('recovers everything with one frame', async () => {
    const office = openDesk()
    office.follow(topic)
    office.follow(other)
    await turn()
    office.line().say(change('snapshot', 4, 'a'))
    office.line().say(change('snapshot', 7, 'b', 'e1', other))
    reconnect(office)
    expect(office.line().frames('recover')).toHaveLength(1)
    expect(Object.keys(office.line().frames('recover')[0]?.['recover'] as object)).toEqual([
      topic,
      other,
    ])
    expect(office.line().frames('subscribe')).toEqual([])
  })

  it('is flagged while a lost change is made good', async () => {
    const { follow, line } = openDesk()
    const { story } = follow(topic)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    line().say(change('delta', 6, 'beyond a gap'))
    line().say(change('snapshot', 6, 'whole again'))
    expect(story).toEqual([
      'snapshot whole',
      'committed',
      'rePending',
      'snapshot whole again',
      'committed',
    ])
  })

  it('never takes a snapshot that is older than what it has', async () => {
    const { follow, line } = openDesk()
    const { story, watch } = follow(topic)
    await turn()
    line().say(change('snapshot', 4, 'whole', 7))
    line().say(change('delta', 6, 'beyond a gap', 7))
    line().say(change('snapshot', 3, 'late', 7))
    expect(watch.state).toBe('rePending')
    line().say(change('snapshot', 1, 'of the next life', 2))
    line().say(change('snapshot', 9, 'of the last life', 7))
    line().say(change('delta', 10, 'of the last life', 7))
    line().say(change('delta', 2, 'more', 2))
    expect(story.filter((said) => said.includes(' '))).toEqual([
      'snapshot whole',
      'snapshot of the next life',
      'delta more',
    ])
  })

  it('is unwatched when refused, and asked for again on the next connection', async () => {
    const office = openDesk()
    const { watch, story } = office.follow(topic)
    await turn()
    const { id } = office.line().frames('subscribe')[0] as { id: number }
    office.line().say({ error: { code: 'UNKNOWN_TOPIC', message: 'no such topic' }, id })
    expect(watch.refusal?.code).toBe('UNKNOWN_TOPIC')
    office.line().say(change('snapshot', 1, 'of nothing that was granted'))
    reconnect(office)
    expect(watch.refusal).toBeUndefined()
    office.line().say(change('snapshot', 4, 'whole'))
    expect(story).toEqual([
      'refused UNKNOWN_TOPIC',
      'unwatched',
      'pending',
      'snapshot whole',
      'committed',
    ])
  })

  it('is shared: a later watcher hears at once what is known, at no frame', async () => {
    const { follow, line } = openDesk()
    const first = follow(topic)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    line().say(change('delta', 5, 'more'))
    const second = follow(topic)
    await turn()
    expect(second.story).toEqual(['snapshot whole', 'delta more', 'committed'])
    first.watch.stop()
    vi.advanceTimersByTime(1_000)
    line().say(change('delta', 6, 'still'))
    expect(second.story.at(-1)).toBe('delta still')
    expect(line().frames('subscribe')).toHaveLength(1)
    expect(line().frames('unsubscribe')).toEqual([])
  })

  it('gets a snapshot of its own when too much has changed since the last', async () => {
    const { follow, line } = openDesk()
    const first = follow(topic)
    await turn()
    line().say(change('snapshot', 0, 'whole'))
    for (let offset = 1; offset <= 300; offset += 1) line().say(change('delta', offset, 'more'))
    await vi.advanceTimersByTimeAsync(500)
    const second = follow(topic)
    await turn()
    expect(second.watch.state).toBe('pending')
    expect(line().frames('subscribe')).toHaveLength(2)
    line().say(change('snapshot', 300, 'whole again'))
    expect(second.story).toEqual(['snapshot whole again', 'committed'])
    expect(first.story).not.toContain('snapshot whole again')
  })

  it('is asked for again when ten seconds bring neither value nor refusal', async () => {
    const { follow, line } = openDesk()
    follow(topic)
    await turn()
    for (let second = 0; second < 12; second += 1) {
      line().say({ pong: 0 })
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(line().frames('subscribe')).toHaveLength(2)
  })

  it('does not suffer from another watcher’s fault', async () => {
    const { stream, follow, line } = openDesk()
    const faults: unknown[] = []
    const caught = (fault: unknown) => faults.push(fault)
    const listeners = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException').once('uncaughtException', caught)
    stream.watch(topic, {
      snapshot: () => {
        throw new Error('a fault')
      },
      delta: () => undefined,
    })
    const { watch } = follow(topic)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    expect(watch.state).toBe('committed')
    vi.useRealTimers()
    await new Promise((resolve) => setImmediate(resolve))
    process.removeAllListeners('uncaughtException')
    listeners.forEach((listener) => process.on('uncaughtException', listener))
    expect(faults).toHaveLength(1)
  })
})

describe('frames', () => {
  it('of one turn leave together at once, later ones after 500 ms', async () => {
    const { follow, line } = openDesk()
    follow(topic)
    follow(other)
    await turn()
    expect(line().frames('subscribe')).toMatchObject([{ subscribe: [topic, other] }])
    follow('market.ACME.trades')
    await vi.advanceTimersByTimeAsync(250)
    follow('market.GLOBEX.trades')
    await vi.advanceTimersByTimeAsync(249)
    expect(line().frames('subscribe')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(line().frames('subscribe')[1]).toMatchObject({
      subscribe: ['market.ACME.trades', 'market.GLOBEX.trades'],
    })
  })

  it('are none for a topic that is left and watched again within 500 ms', async () => {
    const { follow, line } = openDesk()
    const first = follow(topic)
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    await vi.advanceTimersByTimeAsync(600)
    first.watch.stop()
    await vi.advanceTimersByTimeAsync(499)
    line().say(change('delta', 5, 'between'))
    const second = follow(topic)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(second.story).toEqual(['snapshot whole', 'delta between', 'committed'])
    expect(line().frames('subscribe')).toHaveLength(1)
    expect(line().frames('unsubscribe')).toEqual([])
    second.watch.stop()
    await vi.advanceTimersByTimeAsync(500)
    expect(line().frames('unsubscribe')).toMatchObject([{ unsubscribe: [topic] }])
  })
})

describe('another person', () => {
  it('sees nothing of the last one’s, at once, while markets go on', async () => {
    const office = openDesk('ann')
    const mine = office.follow('orders')
    const market = office.follow(topic)
    await turn()
    office.line().say(change('snapshot', 1, 'of ann', 'e1', 'orders'))
    office.line().say(change('snapshot', 4, 'whole'))
    const ofAnn = office.line()
    office.giveToken('bob')
    office.stream.reauthenticate()
    expect([mine.watch.state, market.watch.state]).toEqual(['pending', 'rePending'])
    expect(ofAnn.readyState).toBe(3)
    await turn()
    ofAnn.say(change('delta', 2, 'of ann', 'e1', 'orders'))
    office.line().accept()
    const [auth, subscribe, recover] = office.line().sent
    expect(auth).toEqual({ auth: 'bob' })
    expect(subscribe).toMatchObject({ subscribe: ['orders'] })
    expect(recover).toMatchObject({ recover: { [topic]: { offset: 4 } } })
    expect(mine.story).toEqual(['snapshot of ann', 'committed', 'pending'])
  })

  it('is noticed when the platform says that the connection is somebody else’s', async () => {
    const { stream, lines, line, giveToken } = openDesk('ann')
    line().say({ authenticated: true, userId: '1' })
    giveToken('bob')
    stream.authenticate()
    line().say({ error: { code: 'FORBIDDEN', message: 'this socket is another user’s' } })
    await turn()
    expect(lines).toHaveLength(2)
  })

  it('is not whoever a node refuses that signs nobody in', async () => {
    const { lines, line } = openDesk('ann')
    line().say({ error: { code: 'FORBIDDEN', message: 'this node streams markets alone' } })
    await turn()
    expect(lines).toHaveLength(1)
  })
})

describe('a page that wakes up', () => {
  it('connects at once, and once however often it is told', async () => {
    const { lines, line, wake } = openDesk()
    line().break()
    for (let i = 0; i < 10; i += 1) wake()
    await turn()
    expect(lines).toHaveLength(2)
    for (let i = 0; i < 10; i += 1) {
      line().break()
      wake()
      await vi.advanceTimersByTimeAsync(10)
    }
    expect(lines).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(500)
    expect(lines).toHaveLength(3)
  })

  it('gives a connection that was alive before it slept the time to answer', async () => {
    const { line, status, lines } = openDesk()
    line().say({ pong: Date.now() })
    vi.setSystemTime(Date.now() + 3_600_000)
    vi.advanceTimersByTime(1_000)
    expect(status().link).toBe('connected')
    line().say({ pong: Date.now() })
    vi.advanceTimersByTime(5_000)
    expect(status().link).toBe('connected')
    vi.setSystemTime(Date.now() + 3_600_000)
    vi.advanceTimersByTime(8_000)
    expect(status().link).toBe('reconnecting')
    expect(lines).toHaveLength(1)
  })

  it('asks at once in spite of a timer that is late', async () => {
    const { follow, line } = openDesk()
    follow(topic)
    await turn()
    follow(other)
    vi.setSystemTime(Date.now() + 60_000)
    follow('market.ACME.trades')
    await turn()
    expect(line().frames('subscribe')[1]).toMatchObject({
      subscribe: [other, 'market.ACME.trades'],
    })
  })
})

it('keeps the middle one of the last five readings of the server’s clock', () => {
  const { line, status } = openDesk()
  const now = Date.now()
  for (const ahead of [90_000, 300, 10, 250, 240, 260]) {
    line().say({ pong: now, time: new Date(now + ahead).toISOString() })
  }
  expect(status().clockOffsetMs).toBe(250)
  line().say({ pong: now })
  expect(status().clockOffsetMs).toBe(250)
})
