import type { ErrorBody } from './failures.js'
import { Gate } from './gate.js'
import { PatternTopic, isPattern } from './pattern.js'
import { Topic, type Change, type Feed, type Position } from './topic.js'
import type { Watch, WatchOptions, Watcher } from './watch.js'

export type Frame = Record<string, unknown>

export interface SubscriptionsOptions {
  /** Carries a frame over the open connection. */
  readonly send: (frame: Frame) => void
  readonly now: () => number
}

type Verb = 'subscribe' | 'recover' | 'unsubscribe'

interface Entry {
  readonly topic: Feed
  /** From which moment on it is wanted; undefined when only the present is. */
  readonly from: string | undefined
  /** The least time between two changes that each watcher wants. */
  readonly periods: Map<Watch, number>
  /** What this connection was asked for. */
  everyMs: number
  /** Of one with a past: what comes belongs to what was asked before. */
  stale: boolean
  /** Of one with a past: its snapshot has come. */
  begun: boolean
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

  watch(topic: string, watcher: Watcher, options: WatchOptions): Watch {
    const { from, everyMs = 0 } = options
    // Under another name of the same topic, so that one without a past can be watched beside it.
    const name = from === undefined ? topic : barred(topic)
    const known = this.#entries.get(name)
    if (known !== undefined && (from !== undefined || known.from !== undefined)) {
      throw new Error(`${topic} is watched from a moment already`)
    }
    const entry = known ?? this.#enter(name, from)
    const { seat, needsSnapshot } = entry.topic.join(watcher, () => {
      entry.periods.delete(seat)
      this.#left(entry)
    })
    entry.periods.set(seat, everyMs)
    // Without a position a snapshot is on its way.
    const onItsWay = entry.topic.position === undefined && !isPattern(name)
    if (needsSnapshot && entry.onWire && !onItsWay) entry.needsSnapshot = true
    if (!entry.onWire || entry.needsSnapshot || period(entry) !== entry.everyMs) this.#gate.ask()
    return seat
  }

  #enter(name: string, from: string | undefined): Entry {
    const never = Number.NEGATIVE_INFINITY
    const topic = isPattern(name) ? new PatternTopic(name) : new Topic(name)
    const entry: Entry = {
      topic,
      from,
      periods: new Map(),
      everyMs: 0,
      stale: false,
      begun: false,
      onWire: false,
      needsSnapshot: false,
      askedAt: never,
      leftAt: never,
    }
    this.#entries.set(name, entry)
    return entry
  }

  #left(entry: Entry): void {
    if (entry.topic.isWatched) {
      if (period(entry) !== entry.everyMs) this.#gate.later()
      return
    }
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
      if (!/^(market\.|\*\.|.*\|)/.test(topic.name)) topic.forget()
    }
  }

  apply(change: Change): void {
    const named = this.#entries.get(change.topic)
    if (named !== undefined) this.#feed(named, change)
    for (const entry of this.#entries.values()) {
      if (entry.topic instanceof PatternTopic && entry.topic.means(change.topic)) {
        this.#feed(entry, change)
      }
    }
  }

  #feed(entry: Entry, change: Change): void {
    if (!entry.onWire || entry.stale) return
    const isSnapshot = change.kind === 'snapshot'
    // A second snapshot means that something between is missing: then all comes again.
    const hole = entry.from !== undefined && isSnapshot && entry.begun
    entry.begun ||= isSnapshot
    if (hole) this.#startOver(entry)
    else if (!entry.topic.apply(change)) this.#startOver(entry)
  }

  #startOver(entry: Entry): void {
    entry.needsSnapshot = true
    entry.stale = entry.from !== undefined
    this.#gate.ask()
  }

  recovered(answer: Record<string, boolean>): void {
    for (const [name, complete] of Object.entries(answer)) {
      const entry = this.#entries.get(name)
      entry?.topic.recovered(complete)
      if (entry?.from !== undefined && !complete) this.#startOver(entry)
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
    const { verb, topics } = this.#requests.get(id) ?? { verb: 'unsubscribe', topics: [] }
    this.#requests.delete(id)
    if (verb !== 'subscribe') return
    for (const name of topics) {
      const entry = this.#entries.get(name)
      if (entry === undefined) continue
      entry.stale = false
      entry.topic.granted?.()
    }
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
      } else if (
        entry.needsSnapshot ||
        (entry.onWire && period(entry) !== entry.everyMs) ||
        (!entry.onWire && topic.position === undefined)
      ) {
        fresh.push(entry)
      } else if (!entry.onWire) {
        broken.push(entry)
      }
    }
    this.#request('unsubscribe', ended)
    for (const alike of grouped(fresh)) this.#request('subscribe', alike)
    for (const alike of grouped(broken)) this.#request('recover', alike)
  }

  #request(verb: Verb, entries: readonly Entry[]): void {
    if (entries.length === 0) return
    const positions: Record<string, Position> = {}
    for (const entry of entries) {
      if (verb === 'subscribe' && entry.from !== undefined) {
        if (entry.askedAt > Number.NEGATIVE_INFINITY) entry.topic.restart?.()
        entry.stale = true
        entry.begun = false
      }
      entry.everyMs = period(entry)
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
    const { everyMs = 0, from } = entries[0] ?? {}
    this.#options.send({
      [verb]: verb === 'recover' ? positions : topics,
      ...(everyMs > 0 && verb !== 'unsubscribe' ? { every: everyMs } : {}),
      ...(from !== undefined && verb === 'subscribe' ? { from } : {}),
      id,
    })
  }
}

/** The shortest that any watcher wants. */
function period(entry: Entry): number {
  return entry.periods.size === 0 ? entry.everyMs : Math.min(...entry.periods.values())
}

/** Those that one frame can ask for. */
function grouped(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = `${period(entry)} ${entry.from ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

/** The other form of a market topic's name. */
function barred(topic: string): string {
  const [scope, symbol, kind] = topic.split('.')
  return scope === 'market' && kind !== undefined ? `${symbol}|${kind}` : topic
}
