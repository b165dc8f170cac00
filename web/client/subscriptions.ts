import type { ErrorBody } from './failures.js'
import { Gate } from './gate.js'
import { Topic, type Change, type Position } from './topic.js'
import type { Watch, Watcher } from './watch.js'

export type Frame = Record<string, unknown>

export interface SubscriptionsOptions {
  /** Carries a frame over the open connection. */
  readonly send: (frame: Frame) => void
  readonly now: () => number
}

type Verb = 'subscribe' | 'recover' | 'unsubscribe'

interface Entry {
  readonly topic: Topic
  /** Whether this connection was asked for it. */
  onWire: boolean
  needsSnapshot: boolean
  askedAt: number
  /** Since when nobody watches it. */
  leftAt: number
}

interface Request {
  readonly verb: Verb
  readonly topics: readonly string[]
}

const windowMs = 500
/** What was asked for and has not come by then is asked for again. */
const overdueMs = 10_000
const requestsMax = 256

/**
 * The topics that are wanted and the frames that make the platform send them. Frames are gathered:
 * the first after a quiet spell leaves at the end of its turn, later ones together every 500 ms. A
 * topic that nobody watches is kept for 500 ms, so that leaving and coming back costs no frame.
 */
export class Subscriptions {
  readonly #options: SubscriptionsOptions
  readonly #entries = new Map<string, Entry>()
  readonly #requests = new Map<number, Request>()
  readonly #gate: Gate
  #connected = false
  #nextId = 1

  constructor(options: SubscriptionsOptions) {
    this.#options = options
    this.#gate = new Gate(() => this.#ask(false), windowMs, options.now)
  }

  watch(name: string, watcher: Watcher): Watch {
    const entry = this.#entries.get(name) ?? this.#enter(name)
    const { seat, needsSnapshot } = entry.topic.join(watcher, () => this.#left(entry))
    // Without a position a snapshot is on its way.
    if (needsSnapshot && entry.topic.position !== undefined) entry.needsSnapshot = true
    if (!entry.onWire || entry.needsSnapshot) this.#gate.ask()
    return seat
  }

  #enter(name: string): Entry {
    const never = Number.NEGATIVE_INFINITY
    const topic = new Topic(name)
    const entry = { topic, onWire: false, needsSnapshot: false, askedAt: never, leftAt: never }
    this.#entries.set(name, entry)
    return entry
  }

  #left(entry: Entry): void {
    if (entry.topic.isWatched) return
    entry.leftAt = this.#options.now()
    if (entry.onWire) this.#gate.later()
    else this.#entries.delete(entry.topic.name)
  }

  /** A connection has just opened: recover what was followed, subscribe to the rest. */
  connected(): void {
    this.#connected = true
    this.#gate.cancel()
    this.#ask(true)
  }

  lost(): void {
    this.#connected = false
    this.#requests.clear()
    this.#gate.cancel()
    for (const [name, entry] of this.#entries) {
      entry.onWire = false
      entry.needsSnapshot = false
      if (entry.topic.isWatched) entry.topic.lost()
      else this.#entries.delete(name)
    }
  }

  /** Another person may be signed in: what was private to the last one is asked for anew. */
  forgetPrivate(): void {
    for (const { topic } of this.#entries.values()) {
      if (!topic.name.startsWith('market.')) topic.forget()
    }
  }

  apply(change: Change): void {
    const entry = this.#entries.get(change.topic)
    if (entry?.onWire !== true || entry.topic.apply(change)) return
    entry.needsSnapshot = true
    this.#gate.ask()
  }

  recovered(answer: Record<string, boolean>): void {
    for (const [name, complete] of Object.entries(answer)) {
      this.#entries.get(name)?.topic.recovered(complete)
    }
  }

  /** The request with this id was refused. */
  refused(id: number, error: ErrorBody): void {
    const { verb, topics } = this.#requests.get(id) ?? { verb: 'unsubscribe', topics: [] }
    this.#requests.delete(id)
    if (verb === 'unsubscribe') return
    for (const name of topics) {
      const entry = this.#entries.get(name)
      if (entry === undefined) continue
      // One bad topic refuses them all: asked for apart, only it is left out.
      if (topics.length > 1) {
        this.#request(entry.topic.position === undefined ? 'subscribe' : 'recover', [entry])
      } else {
        entry.onWire = false
        entry.topic.refused(error)
      }
    }
  }

  /** The request with this id was granted. */
  granted(id: number): void {
    this.#requests.delete(id)
  }

  /** Asks again for what was asked for long ago and has not come. */
  remind(): void {
    const before = this.#options.now() - overdueMs
    for (const entry of this.#entries.values()) {
      const { topic, onWire, askedAt } = entry
      if (!onWire || !topic.isWatched || topic.isSettled || askedAt > before) continue
      entry.needsSnapshot = true
      this.#gate.ask()
    }
  }

  /** @param again whether to ask even for what was refused */
  #ask(again: boolean): void {
    if (!this.#connected) return
    const now = this.#options.now()
    const fresh: Entry[] = []
    const broken: Entry[] = []
    const ended: Entry[] = []
    for (const [name, entry] of this.#entries) {
      const { topic } = entry
      if (!topic.isWatched) {
        if (now - entry.leftAt < windowMs && now >= entry.leftAt) {
          this.#gate.later()
        } else {
          this.#entries.delete(name)
          ended.push(entry)
        }
      } else if (topic.isRefused && !again) {
        continue
      } else if (entry.needsSnapshot || (!entry.onWire && topic.position === undefined)) {
        fresh.push(entry)
      } else if (!entry.onWire) {
        broken.push(entry)
      }
    }
    this.#request('unsubscribe', ended)
    this.#request('subscribe', fresh)
    this.#request('recover', broken)
  }

  #request(verb: Verb, entries: readonly Entry[]): void {
    if (entries.length === 0) return
    const positions: Record<string, Position> = {}
    for (const entry of entries) {
      entry.onWire = true
      entry.needsSnapshot = false
      entry.askedAt = this.#options.now()
      entry.topic.asked()
      if (entry.topic.position !== undefined) positions[entry.topic.name] = entry.topic.position
    }
    const topics = entries.map((entry) => entry.topic.name)
    const id = this.#nextId
    this.#nextId += 1
    this.#requests.set(id, { verb, topics })
    const [oldest] = this.#requests.keys()
    if (this.#requests.size > requestsMax && oldest !== undefined) this.#requests.delete(oldest)
    this.#options.send({ [verb]: verb === 'recover' ? positions : topics, id })
  }
}
