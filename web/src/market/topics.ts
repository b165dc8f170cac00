import { createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import type { ErrorBody } from '../../client/failures'
import type { Stream } from '../../client/stream'
import type { Connection } from '../frame/connection'

/** How a topic's snapshot and deltas become one value. */
export interface Reducer<T> {
  snapshot(data: unknown): T
  delta(value: T, data: unknown): T
}

/** A topic's merged value, alive as long as anyone on the page looks at it. */
export interface Followed<T> {
  readonly value: Accessor<T | undefined>
  readonly refused: Accessor<ErrorBody | undefined>
  /** Counts snapshots: a second one means that something may have been missed between. */
  readonly snapshots: Accessor<number>
}

interface Shared extends Followed<unknown> {
  readers: number
  end(): void
}

/** A venue's times are its own, a recording's are past. */
const timed = /^market\.[^.:]+\.(book|trades|quote)$/

/** Shares one subscription among all panels that show the same topic. */
export class Topics {
  readonly #stream: Stream
  readonly #connection: Pick<Connection, 'changed'>
  readonly #shared = new Map<string, Shared>()

  /** @param connection told of each change, with what has the time of its making */
  constructor(stream: Stream, connection: Pick<Connection, 'changed'>) {
    this.#stream = stream
    this.#connection = connection
  }

  /**
   * Follows the topic that `name` says, another when it changes; ends with the owner.
   *
   * @param everyMs the least time between two changes; 0 for each as it comes
   */
  follow<T>(
    name: Accessor<string | undefined>,
    reducer: Reducer<T>,
    everyMs = 0,
  ): Followed<T> {
    const current = createMemo(() => {
      const topic = name()
      return topic === undefined ? undefined : untrack(() => this.#enter(topic, reducer, everyMs))
    })
    return {
      value: () => current()?.value(),
      refused: () => current()?.refused(),
      snapshots: () => current()?.snapshots() ?? 0,
    }
  }

  #enter<T>(name: string, reducer: Reducer<T>, everyMs: number): Followed<T> {
    const key = `${name} ${everyMs}`
    const shared = this.#shared.get(key) ?? this.#open(name, reducer, everyMs)
    this.#shared.set(key, shared)
    shared.readers += 1
    onCleanup(() => {
      shared.readers -= 1
      if (shared.readers > 0) return
      this.#shared.delete(key)
      shared.end()
    })
    return shared as Followed<T>
  }

  #open<T>(name: string, reducer: Reducer<T>, everyMs: number): Shared {
    const [value, setValue] = createSignal<T | undefined>(undefined, { equals: false })
    const [refused, setRefused] = createSignal<ErrorBody | undefined>()
    const [snapshots, setSnapshots] = createSignal(0)
    // What waits to be gathered says nothing about how late the connection is.
    const isTimed = everyMs === 0 && timed.test(name)
    const listener = {
      snapshot: (data: unknown) => {
        setRefused(undefined)
        setValue(() => reducer.snapshot(data))
        setSnapshots((count) => count + 1)
      },
      delta: (data: unknown) => {
        setValue((last) => reducer.delta(last as T, data))
        this.#connection.changed(isTimed ? data : undefined)
      },
      refused: (error: ErrorBody) => setRefused(error),
    }
    const end = this.#stream.subscribe(name, listener, everyMs > 0 ? { everyMs } : {})
    return { value, refused, snapshots, readers: 0, end }
  }
}
