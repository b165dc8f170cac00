import type { ErrorBody } from './failures.js'

/**
 * Where a watch stands:
 *
 * - `pending`: asked for, and there is no value; one that was there before is dropped,
 * - `committed`: the value follows the platform,
 * - `rePending`: the connection or a change was lost; the last value is there, but stale,
 * - `unwatched`: ended by the caller, or refused until the next connection.
 */
export type WatchState = 'pending' | 'committed' | 'rePending' | 'unwatched'

/** How a topic is to be followed. */
export interface WatchOptions {
  /**
   * The least time between two changes, 100 to 60000; each as it comes when left out. Where
   * several watch one topic, the shortest holds for all.
   */
  readonly everyMs?: number
  /**
   * An ISO-8601 moment: what was from then on comes as history before the snapshot. Of trades and
   * bars; such a watch shares nothing with others, and there is one of a topic at a time.
   */
  readonly from?: string
}

/**
 * What a topic's subscriber hears, in order: a snapshot, then deltas, again after a loss. The topic
 * is its name, or for a pattern the name of one that it means.
 */
export interface TopicListener {
  snapshot(data: unknown, topic: string): void
  delta(data: unknown, topic: string): void
  /** A page of what was before, oldest first. */
  history?(data: unknown, topic: string): void
  /** All history that was heard is void: it comes again from the beginning. */
  restart?(): void
  /** The platform refused the topic; nothing follows until it is asked for again. */
  refused?(error: ErrorBody): void
}

export interface Watcher extends TopicListener {
  /** Called after each change of state; a value that makes it `committed` has been heard before. */
  onState?(state: WatchState): void
}

/** One watcher of one topic. Watchers of the same topic share its subscription. */
export interface Watch {
  readonly topic: string
  readonly state: WatchState
  /** Why the platform refused the topic; undefined when it did not. */
  readonly refusal: ErrorBody | undefined
  stop(): void
}
