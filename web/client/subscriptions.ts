import type { ErrorBody } from './failures.js'

/** What a topic's subscriber hears, in order: a snapshot, then deltas, again after a loss. */
export interface TopicListener {
  snapshot(data: unknown): void
  delta(data: unknown): void
  /** The platform refused the topic; nothing follows until it is asked for again. */
  refused?(error: ErrorBody): void
}

/** One entry of a batch. */
export interface Change {
  readonly topic: string
  readonly epoch: string | number
  readonly offset: number
  readonly kind: 'snapshot' | 'delta'
  readonly data: unknown
}

interface Position {
  readonly epoch: string | number
  readonly offset: number
}

interface Topic {
  readonly listener: TopicListener
  position: Position | undefined
  /** The position that was last asked to be recovered. */
  recovering: Position | undefined
}

export type Frame = Record<string, unknown>

/**
 * The topics that are wanted, where each stands, and the frames that keep them so. A delta is
 * passed on only when it follows the last one; any doubt ends in a fresh snapshot.
 */
export class Subscriptions {
  readonly #topics = new Map<string, Topic>()
  readonly #asked = new Map<number, readonly string[]>()
  readonly #send: (frame: Frame) => void
  #nextId = 1

  /** @param send carries a frame when the connection is open, and drops it otherwise */
  constructor(send: (frame: Frame) => void) {
    this.#send = send
  }

  add(topic: string, listener: TopicListener): void {
    if (this.#topics.has(topic)) throw new Error(`already subscribed: ${topic}`)
    this.#topics.set(topic, { listener, position: undefined, recovering: undefined })
    this.#ask('subscribe', [topic])
  }

  remove(topic: string): void {
    if (this.#topics.delete(topic)) this.#ask('unsubscribe', [topic])
  }

  /** A connection has just opened: recover what was followed, subscribe to the rest. */
  resume(): void {
    this.#asked.clear()
    const recover: Record<string, Position> = {}
    const fresh: string[] = []
    for (const [name, topic] of this.#topics) {
      topic.recovering = topic.position
      if (topic.position === undefined) fresh.push(name)
      else recover[name] = topic.position
    }
    if (fresh.length > 0) this.#ask('subscribe', fresh)
    if (Object.keys(recover).length > 0) {
      this.#send({ recover, id: this.#remember(Object.keys(recover)) })
    }
  }

  /** Another person may be signed in: what was private to the last one is asked for anew. */
  forgetPrivate(): void {
    for (const [name, topic] of this.#topics) {
      if (!name.startsWith('market.')) topic.position = undefined
    }
  }

  apply(change: Change): void {
    const topic = this.#topics.get(change.topic)
    if (topic === undefined) return
    if (change.kind === 'snapshot') {
      topic.position = { epoch: change.epoch, offset: change.offset }
      topic.listener.snapshot(change.data)
      return
    }
    const last = topic.position
    if (last === undefined) return
    if (change.epoch === last.epoch && change.offset <= last.offset) return
    if (change.epoch !== last.epoch || change.offset !== last.offset + 1) {
      this.#again(change.topic, topic)
      return
    }
    topic.position = { epoch: change.epoch, offset: change.offset }
    topic.listener.delta(change.data)
  }

  /** The answer to a recover: what could not be continued waits for its snapshot. */
  recovered(answer: Record<string, boolean>): void {
    for (const [name, complete] of Object.entries(answer)) {
      const topic = this.#topics.get(name)
      if (topic === undefined || complete) continue
      if (topic.position === topic.recovering) topic.position = undefined
    }
  }

  /** The request with this id was refused. */
  refused(id: number, error: ErrorBody): void {
    const names = this.#asked.get(id) ?? []
    this.#asked.delete(id)
    for (const name of names) {
      const topic = this.#topics.get(name)
      if (topic === undefined) continue
      topic.position = undefined
      // One bad topic refuses them all: asked for apart, only it is left out.
      if (names.length > 1) this.#ask('subscribe', [name])
      else topic.listener.refused?.(error)
    }
  }

  /** The request with this id was granted. */
  granted(id: number): void {
    this.#asked.delete(id)
  }

  #again(name: string, topic: Topic): void {
    topic.position = undefined
    this.#ask('unsubscribe', [name])
    this.#ask('subscribe', [name])
  }

  #ask(verb: 'subscribe' | 'unsubscribe', topics: readonly string[]): void {
    this.#send({ [verb]: topics, id: this.#remember(topics) })
  }

  #remember(topics: readonly string[]): number {
    const id = this.#nextId
    this.#nextId += 1
    this.#asked.set(id, topics)
    return id
  }
}
