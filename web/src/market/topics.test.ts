import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { change, desk, turn } from '../../client/fake/desk.js'
import { Topics } from './topics'

const name = 'market.BTC-USD.trades'
const newest = { snapshot: String, delta: (_: string, data: unknown) => String(data) }

describe('topics of the page', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('are told as often as the most eager panel wants, and time what is prompt', async () => {
    const { stream, line } = desk()
    const changes: unknown[] = []
    const topics = new Topics(stream, { changed: (data) => changes.push(data) })
    stream.start()
    line().accept()
    const { end, calm } = createRoot((dispose) => ({
      calm: topics.follow(() => name, newest, 500),
      end: dispose,
    }))
    await turn()
    expect(line().frames('subscribe').at(-1)).toMatchObject({ subscribe: [name], every: 500 })
    line().say(change('snapshot', 4, 'first'))
    line().say({ batch: [{ ...change('delta', 9, 'gathered').batch[0], after: 4 }] })
    expect(calm.value()).toBe('gathered')
    expect(changes).toEqual([undefined])
    const prompt = createRoot((dispose) => ({
      followed: topics.follow(() => name, newest),
      end: dispose,
    }))
    await vi.advanceTimersByTimeAsync(500)
    expect(line().frames('subscribe').at(-1)).not.toHaveProperty('every')
    line().say(change('snapshot', 9, 'whole'))
    line().say(change('delta', 10, 'prompt'))
    expect([calm.value(), prompt.followed.value()]).toEqual(['prompt', 'prompt'])
    expect(changes).toContain('prompt')
    prompt.end()
    end()
  })
})
