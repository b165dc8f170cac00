import { canonical } from '../decimal.js'
import type { Book } from '../book.js'
import type { BookSnapshot, LevelText } from '../shapes.js'
import { Wire, type Frame, type Weather } from './network.js'

interface Delta {
  readonly offset: number
  readonly data: BookSnapshot
}

/** A book that is published, with every state that it has ever had. */
class Published {
  readonly name: string
  readonly states: string[] = []
  readonly readers = new Set<Wire>()
  epoch: number
  offset = 0
  refused = false
  history: Delta[] = []
  readonly #sides = { bids: new Map<string, string>(), asks: new Map<string, string>() }

  constructor(name: string, epoch: number) {
    this.name = name
    this.epoch = epoch
    this.#remember()
  }

  get snapshot(): BookSnapshot {
    const { bids, asks } = this.#sides
    const sequence = this.states.length - 1
    return { bids: [...bids], asks: [...asks], sequence, time: null }
  }

  /** Changes a level or two; a quantity of 0 takes a level away. */
  change(random: () => number): Delta {
    const levels: LevelText[] = [1, 2].map(() => [
      String(90 + Math.floor(random() * 6)),
      String(Math.floor(random() * 3)),
    ])
    const side = random() < 0.5 ? 'bids' : 'asks'
    for (const [price, quantity] of levels) {
      if (quantity === '0') this.#sides[side].delete(price)
      else this.#sides[side].set(price, quantity)
    }
    this.#remember()
    this.offset += 1
    const none = { bids: [], asks: [], sequence: this.states.length - 1, time: null }
    const delta = { offset: this.offset, data: { ...none, [side]: levels } }
    this.history.push(delta)
    if (this.history.length > 8) this.history.shift()
    return delta
  }

  restart(epoch: number): void {
    this.epoch = epoch
    this.offset = 0
    this.history = []
  }

  entry(kind: 'snapshot' | 'delta', offset: number, data: BookSnapshot): Frame {
    return { topic: this.name, epoch: this.epoch, offset, kind, data }
  }

  #remember(): void {
    const { bids, asks } = this.#sides
    this.states.push(written([...bids], [...asks]))
  }
}

/** A book as text, however its levels are ordered. */
function written(bids: LevelText[], asks: LevelText[]): string {
  return JSON.stringify([bids.sort(), asks.sort()])
}

export function writtenBook(book: Book): string {
  const side = (levels: Book['bids']): LevelText[] =>
    levels.map(({ price, quantity }) => [canonical(price), canonical(quantity)])
  return written(side(book.bids), side(book.asks))
}

/** A server of the stream's contract that remembers all it has ever published. */
export class FakeVenue {
  readonly topics = new Map<string, Published>()
  readonly #weather: Weather
  #wires: Wire[] = []
  constructor(names: readonly string[], weather: Weather) {
    this.#weather = weather
    for (const name of names) this.topics.set(name, new Published(name, this.#nextEpoch()))
  }

  connect(): Wire {
    const wire = new Wire(this.#weather, (frame) => this.#answer(wire, frame))
    this.#wires.push(wire)
    return wire
  }

  /** Lets what is under way arrive. */
  deliver(): void {
    this.#wires = this.#wires.filter((wire) => wire.readyState !== 3)
    for (const wire of this.#wires) {
      wire.open()
      wire.deliver()
    }
  }

  publish(name: string): void {
    const topic = this.topic(name)
    const { offset, data } = topic.change(this.#weather.random)
    const batch = [topic.entry('delta', offset, data)]
    topic.readers.forEach((wire) => wire.say({ batch }))
  }

  drop(): void {
    this.topics.forEach((topic) => topic.readers.clear())
    this.#wires.forEach((wire) => wire.drop())
  }

  /** Every topic starts anew, and changes once before anyone is back. */
  restart(): void {
    this.drop()
    this.topics.forEach((topic) => {
      topic.restart(this.#nextEpoch())
      topic.change(this.#weather.random)
    })
  }

  /** A topic starts anew while its readers stay; nothing of its last life comes after that. */
  reopen(name: string): void {
    const topic = this.topic(name)
    topic.readers.forEach((wire) => wire.hurry())
    topic.restart(this.#nextEpoch())
    const batch = [topic.entry('snapshot', 0, topic.snapshot)]
    topic.readers.forEach((wire) => wire.say({ batch }))
  }

  topic(name: string): Published {
    const topic = this.topics.get(name)
    if (topic === undefined) throw new Error(`no topic ${name}`)
    return topic
  }

  /** By chance, as the platform draws them. */
  #nextEpoch(): number {
    return Math.floor(this.#weather.random() * 2 ** 52)
  }

  #answer(wire: Wire, frame: Frame): void {
    const id = frame['id']
    if ('ping' in frame) wire.say({ pong: frame['ping'] })
    const points = (frame['recover'] ?? {}) as Record<string, { epoch: number; offset: number }>
    const names = (frame['subscribe'] ?? Object.keys(points)) as string[]
    if (names.some((name) => this.topic(name).refused)) {
      wire.say({ error: { code: 'UNKNOWN_TOPIC', message: 'not now' }, id })
      return
    }
    for (const name of (frame['unsubscribe'] ?? []) as string[]) {
      this.topic(name).readers.delete(wire)
    }
    if ('subscribe' in frame) wire.say({ subscribed: names, id })
    if ('recover' in frame) {
      const recovered = names.map((name) => [name, this.#missed(name, points[name]) !== undefined])
      wire.say({ recovered: Object.fromEntries(recovered), id })
    }
    for (const name of names) this.#bring(wire, this.topic(name), this.#missed(name, points[name]))
  }

  #bring(wire: Wire, topic: Published, missed: readonly Delta[] | undefined): void {
    topic.readers.add(wire)
    const batch = missed?.map(({ offset, data }) => topic.entry('delta', offset, data)) ?? [
      topic.entry('snapshot', topic.offset, topic.snapshot),
    ]
    if (batch.length > 0) wire.say({ batch })
  }

  #missed(name: string, point: { epoch: number; offset: number } | undefined) {
    const topic = this.topic(name)
    if (point?.epoch !== topic.epoch) return undefined
    const missed = topic.history.filter(({ offset }) => offset > point.offset)
    return missed.length === topic.offset - point.offset ? missed : undefined
  }
}
