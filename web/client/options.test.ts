import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { change, desk, turn } from './fake/desk.js'

const topic = 'market.BTC-USD.trades'
const wire = 'BTC-USD|trades'
const from = '2026-11-21T10:00:00Z'

function openDesk() {
  const opened = desk()
  opened.stream.start()
  opened.line().accept()
  return opened
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a watch with a period', () => {
  const none = { snapshot: () => undefined, delta: () => undefined }

  it('asks for it, and takes changes that are several as one', async () => {
    const { stream, line, heard, listener } = openDesk()
    stream.watch(topic, listener, { everyMs: 1_000 })
    await turn()
    expect(line().frames('subscribe')[0]).toMatchObject({ subscribe: [topic], every: 1_000 })
    line().say(change('snapshot', 4, 'whole'))
    line().say({ batch: [{ ...change('delta', 9, 'five').batch[0], after: 4 }] })
    line().say({ batch: [{ ...change('delta', 12, 'beyond').batch[0], after: 10 }] })
    expect(heard).toEqual(['snapshot whole', 'delta five'])
  })

  it('is told as often as the most eager watcher wants, while it watches', async () => {
    const { stream, line } = openDesk()
    stream.watch(topic, none, { everyMs: 1_000 })
    await turn()
    line().say(change('snapshot', 4, 'whole'))
    const eager = stream.watch(topic, none)
    await vi.advanceTimersByTimeAsync(500)
    expect(line().frames('subscribe').at(-1)).toEqual({
      subscribe: [topic],
      id: expect.any(Number),
    })
    eager.stop()
    await vi.advanceTimersByTimeAsync(500)
    expect(line().frames('subscribe').at(-1)).toMatchObject({ every: 1_000 })
    expect(line().frames('unsubscribe')).toEqual([])
  })

  it('recovers with it, apart from those that want every change', async () => {
    const { stream, line } = openDesk()
    stream.watch(topic, none, { everyMs: 500 })
    stream.watch('market.ETH-USD.trades', none)
    await turn()
    line().say(change('snapshot', 4, 'a'))
    line().say(change('snapshot', 7, 'b', 'e1', 'market.ETH-USD.trades'))
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    expect(line().frames('recover')).toEqual([
      { recover: { [topic]: { epoch: 'e1', offset: 4 } }, every: 500, id: expect.any(Number) },
      {
        recover: { 'market.ETH-USD.trades': { epoch: 'e1', offset: 7 } },
        id: expect.any(Number),
      },
    ])
  })
})

describe('a watch from a moment', () => {
  function openPast() {
    const office = openDesk()
    const story: string[] = []
    const watch = office.stream.watch(
      topic,
      {
        history: (data) => story.push(`history ${String(data)}`),
        snapshot: (data) => story.push(`snapshot ${String(data)}`),
        delta: (data) => story.push(`delta ${String(data)}`),
        restart: () => story.push('restart'),
      },
      { from },
    )
    const say = (kind: 'snapshot' | 'delta' | 'history', offset: number, data: string) =>
      office.line().say({ batch: [{ topic: wire, epoch: 'e1', offset, kind, data }] })
    const grant = () => {
      const id = office.line().frames('subscribe').at(-1)?.['id']
      office.line().say({ subscribed: [wire], id })
    }
    return { ...office, story, watch, say, grant }
  }

  it('hears what was before, then the value and its changes', async () => {
    const { line, story, say, grant } = openPast()
    await turn()
    expect(line().frames('subscribe')[0]).toMatchObject({ subscribe: [wire], from })
    grant()
    say('history', 0, 'a')
    say('history', 0, 'b')
    say('snapshot', 4, 'c')
    say('delta', 5, 'd')
    expect(story).toEqual(['history a', 'history b', 'snapshot c', 'delta d'])
  })

  it('stands beside a watch of the present', async () => {
    const { stream, line, listener } = openPast()
    stream.watch(topic, listener)
    await turn()
    expect(line().frames('subscribe').map((frame) => frame['subscribe'])).toEqual([
      [wire],
      [topic],
    ])
    expect(() => stream.watch(topic, listener, { from })).toThrow('already')
  })

  it('recovers after its snapshot, and starts over where that does not help', async () => {
    const { line, story, say, grant } = openPast()
    await turn()
    grant()
    say('history', 0, 'a')
    say('snapshot', 4, 'b')
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    const recover = line().frames('recover')[0]
    expect(recover).toMatchObject({ recover: { [wire]: { epoch: 'e1', offset: 4 } } })
    line().say({ recovered: { [wire]: false }, id: recover?.['id'] })
    say('snapshot', 9, 'not all')
    await vi.advanceTimersByTimeAsync(500)
    expect(line().frames('subscribe')[0]).toMatchObject({ subscribe: [wire], from })
    say('delta', 10, 'of before')
    grant()
    say('history', 0, 'a again')
    say('snapshot', 10, 'c')
    expect(story).toEqual(['history a', 'snapshot b', 'restart', 'history a again', 'snapshot c'])
  })

  it('starts over before its snapshot, and when a second one tells of a hole', async () => {
    const { line, story, say, grant } = openPast()
    await turn()
    grant()
    say('history', 0, 'a')
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    grant()
    say('history', 0, 'a')
    say('snapshot', 4, 'b')
    say('snapshot', 9, 'after a hole')
    await vi.advanceTimersByTimeAsync(500)
    grant()
    say('history', 0, 'more')
    say('snapshot', 9, 'c')
    expect(story).toEqual([
      'history a',
      'restart',
      'history a',
      'snapshot b',
      'restart',
      'history more',
      'snapshot c',
    ])
  })
})
