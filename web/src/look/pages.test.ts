import { createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { NoAnswer } from '../../client/failures'
import type { Page } from '../../client/shapes'
import { createPages } from './pages'

/** A list of numbers, two to a page, newest first. */
function list(length: number) {
  const learned: number[] = []
  const asked: (string | undefined)[] = []
  let broken = false
  const fetch = async (cursor?: string): Promise<Page<number>> => {
    asked.push(cursor)
    if (broken) throw new NoAnswer('gone')
    const from = Number(cursor ?? length)
    const items = [from, from - 1].filter((each) => each > 0)
    return { items, next: from > 2 ? String(from - 2) : null }
  }
  const pages = createRoot(() => createPages(fetch, (items) => learned.push(...items)))
  return { pages, learned, asked, setBroken: (now: boolean) => (broken = now) }
}

describe('a list in pages', () => {
  it('goes back page by page to its end', async () => {
    const { pages, learned } = list(5)
    await pages.load()
    expect(pages.older()).toBe('more')
    await pages.loadOlder()
    await pages.loadOlder()
    expect(learned).toEqual([5, 4, 3, 2, 1])
    expect(pages.older()).toBe('end')
  })

  it('keeps its place when the newest page is read again', async () => {
    const { pages, asked } = list(9)
    await pages.load()
    await pages.loadOlder()
    await pages.load()
    await pages.loadOlder()
    expect(asked).toEqual([undefined, '7', undefined, '5'])
  })

  it('says why an older page did not come, and can ask again', async () => {
    const { pages, learned, setBroken } = list(4)
    await pages.load()
    setBroken(true)
    await pages.loadOlder()
    expect(pages.olderFailure()?.message).toBe('gone')
    expect(pages.older()).toBe('more')
    setBroken(false)
    await pages.loadOlder()
    expect(pages.olderFailure()).toBeUndefined()
    expect(learned).toEqual([4, 3, 2, 1])
  })

  it('forgets an answer that was asked for before a reset', async () => {
    const { pages, learned } = list(4)
    const under = pages.load()
    pages.reset()
    await under
    expect(learned).toEqual([])
    expect(pages.older()).toBe('end')
  })

  it('stops where a screen has enough', async () => {
    const { pages } = list(1_000)
    await pages.load()
    for (let i = 0; i < 25; i += 1) await pages.loadOlder()
    expect(pages.older()).toBe('full')
  })
})
