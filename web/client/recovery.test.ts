import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { bookOf, changed, type Book } from './book.js'
import { chance, type Weather } from './fake/network.js'
import { FakeVenue, writtenBook } from './fake/venue.js'
import type { BookSnapshot } from './shapes.js'
import { Stream } from './stream.js'
import type { Watch } from './watch.js'

const names = ['market.A.book', 'market.B.book', 'market.C.book', 'mine']
const seeds = Number(process.env['RATEL_SEEDS'] ?? 60)
const steps = 150

/** A reader of one topic that checks all it hears against what the venue has published. */
class Reader {
  readonly name: string
  readonly #venue: FakeVenue
  watch: Watch | undefined
  #book: Book | undefined
  #sequence = -1
  #fault = ''

  constructor(name: string, venue: FakeVenue) {
    this.name = name
    this.#venue = venue
  }

  follow(stream: Stream): void {
    this.watch = stream.watch(this.name, {
      snapshot: (data) => {
        const book = bookOf(data as BookSnapshot)
        if (Number(book.sequence) < this.#sequence) this.#fault = 'a snapshot of the past'
        this.#learn(book)
      },
      delta: (data) => {
        if (this.#book === undefined) this.#fault = 'a delta before any snapshot'
        else this.#learn(changed(this.#book, data as BookSnapshot))
      },
      onState: (state) => {
        if (state === 'pending' || state === 'unwatched') this.#book = undefined
      },
    })
  }

  stop(): void {
    this.watch?.stop()
    this.watch = undefined
    this.#sequence = -1
  }

  /** Whatever is shown is a state that the venue's book had, and committed is never nothing. */
  check(connected: boolean): void {
    expect(this.#fault).toBe('')
    const state = this.watch?.state
    if (!connected) expect(state).not.toBe('committed')
    if (state === 'committed' || state === 'rePending') expect(this.#book).toBeDefined()
    if (this.#book === undefined) return
    const { states } = this.#venue.topic(this.name)
    expect(writtenBook(this.#book)).toBe(states[this.#sequence])
  }

  checkCurrent(): void {
    if (this.watch === undefined) return
    const refused = this.watch.refusal !== undefined
    expect(this.watch.state).toBe(refused ? 'unwatched' : 'committed')
    const { states } = this.#venue.topic(this.name)
    if (!refused) expect(this.#sequence).toBe(states.length - 1)
  }

  #learn(book: Book): void {
    this.#book = book
    this.#sequence = Number(book.sequence)
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function live(seed: number): Promise<void> {
  const random = chance(seed)
  const weather: Weather = { fault: 0.1 * random(), random }
  const venue = new FakeVenue(names, weather)
  const stream = new Stream({ open: () => venue.connect(), random })
  const readers = [...names, ...names].map((name) => new Reader(name, venue))
  const any = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  const events: [number, () => void][] = [
    [0.5, () => venue.publish(any(names))],
    [0.06, () => any(readers).stop()],
    [0.04, () => stream.retryNow()],
    [0.06, () => venue.drop()],
    [0.03, () => venue.restart()],
    [0.05, () => venue.reopen(any(names))],
    [0.02, () => stream.reauthenticate()],
    [0.03, () => (venue.topic(any(names)).refused = random() < 0.5)],
  ]
  stream.start()
  for (let step = 0; step < steps; step += 1) {
    for (const [likely, happen] of events) {
      if (random() < likely) happen()
    }
    const reader = any(readers)
    if (reader.watch === undefined) reader.follow(stream)
    venue.deliver()
    await vi.advanceTimersByTimeAsync(Math.floor(random() * 900))
    venue.deliver()
    readers.forEach((each) => each.check(stream.status.link === 'connected'))
  }
  await calm(venue, weather)
  readers.forEach((each) => each.checkCurrent())
  stream.stop()
}

/** Nothing goes wrong any more, and every topic changes once. */
async function calm(venue: FakeVenue, weather: Weather): Promise<void> {
  weather.fault = 0
  venue.topics.forEach((topic) => (topic.refused = false))
  if (weather.random() < 0.5) venue.drop()
  for (let second = 0; second < 40; second += 1) {
    if (second === 25) names.forEach((name) => venue.publish(name))
    venue.deliver()
    await vi.advanceTimersByTimeAsync(1_000)
  }
}

it.each(Array.from({ length: seeds }, (_, seed) => seed))(
  'whatever happens, each book equals the venue’s or is flagged (seed %i)',
  live,
)
