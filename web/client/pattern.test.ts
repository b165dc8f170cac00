import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { change, desk, turn } from './fake/desk.js'
import { meaning } from './pattern.js'

const quotes = 'market.*.quote'
const btc = 'market.BTC-USD.quote'
const eth = 'market.ETH-USD.quote'

function openDesk() {
  const opened = desk()
  opened.stream.start()
  opened.line().accept()
  const story: string[] = []
  const watch = (pattern: string) =>
    opened.stream.watch(pattern, {
      snapshot: (data, topic) => story.push(`${topic} snapshot ${String(data)}`),
      delta: (data, topic) => story.push(`${topic} delta ${String(data)}`),
      onState: (state) => story.push(state),
    })
  return { ...opened, story, watch }
}

describe('a pattern', () => {
  it.each([
    ['market.*.quote', 'market.BTC-USD.quote', true],
    ['market.*.quote', 'market.BTC-USD.trades', false],
    ['market.*.quote', 'BTC-USD|quote', false],
    ['*.*.quote', 'market.OKX:BTC-USDT.quote', true],
    ['market.BTC-USD.*', 'market.BTC-USD.book', true],
    ['market.BTC-USD.*', 'market.KRAKEN:BTC-USD.book', false],
    ['KRAKEN:*|trades', 'KRAKEN:BTC-USD|trades', true],
    ['KRAKEN:*|trades', 'OKX:BTC-USD|trades', false],
    ['market.BTC-*.quote', 'market.KRAKEN:BTC-USD.quote', true],
    ['market.*-USDT.quote', 'market.KRAKEN:BTC-USD.quote', false],
    ['market.KRAKEN:*-USD.quote', 'market.KRAKEN:BTC-USD.quote', true],
  ])('%s means %s: %s', (pattern, topic, means) => {
    expect(meaning(pattern)(topic)).toBe(means)
  })
})

describe('a watch of a pattern', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('hears each topic under its name, in order', async () => {
    const { line, story, watch } = openDesk()
    watch(quotes)
    await turn()
    expect(line().frames('subscribe')[0]).toMatchObject({ subscribe: [quotes] })
    line().say({ subscribed: [quotes], id: 1 })
    line().say(change('snapshot', 4, 'a', 'e1', btc))
    line().say(change('snapshot', 9, 'b', 'e2', eth))
    line().say(change('delta', 5, 'c', 'e1', btc))
    line().say(change('delta', 5, 'c', 'e1', btc))
    expect(story).toEqual([
      `${btc} snapshot a`,
      'committed',
      `${eth} snapshot b`,
      `${btc} delta c`,
    ])
  })

  it('shares a topic with the watch of its name', async () => {
    const { line, story, watch, follow } = openDesk()
    const named = follow(btc)
    watch(quotes)
    await turn()
    line().say(change('snapshot', 4, 'a', 'e1', btc))
    line().say(change('snapshot', 4, 'a', 'e1', btc))
    line().say(change('delta', 5, 'b', 'e1', btc))
    expect(named.story).toEqual(['snapshot a', 'committed', 'delta b'])
    expect(story).toEqual([`${btc} snapshot a`, 'committed', `${btc} delta b`])
  })

  it('asks for the pattern again when a change of one topic is missing', async () => {
    const { line, story, watch } = openDesk()
    watch(quotes)
    await turn()
    line().say({ subscribed: [quotes], id: 1 })
    line().say(change('snapshot', 4, 'a', 'e1', btc))
    line().say(change('delta', 6, 'beyond', 'e1', btc))
    await vi.advanceTimersByTimeAsync(500)
    expect(line().frames('subscribe')).toHaveLength(2)
    line().say(change('snapshot', 6, 'whole', 'e1', btc))
    expect(story.at(-1)).toBe(`${btc} snapshot whole`)
  })

  it('is flagged while the connection is lost, and subscribed again', async () => {
    const { line, story, watch } = openDesk()
    watch(quotes)
    await turn()
    line().say(change('snapshot', 4, 'a', 'e1', btc))
    line().break()
    vi.advanceTimersByTime(2_000)
    line().accept()
    expect(story.at(-1)).toBe('rePending')
    expect(line().frames('subscribe')[0]).toMatchObject({ subscribe: [quotes] })
    line().say(change('snapshot', 4, 'a', 'e1', btc))
    expect(story.slice(-2)).toEqual([`${btc} snapshot a`, 'committed'])
  })

  it('is left by its own text', async () => {
    const { line, watch } = openDesk()
    const watched = watch(quotes)
    await turn()
    watched.stop()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(line().frames('unsubscribe')[0]).toMatchObject({ unsubscribe: [quotes] })
  })
})
