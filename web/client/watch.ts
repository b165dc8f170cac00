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

/** What a topic's subscriber hears, in order: a snapshot, then deltas, again after a loss. */
export interface TopicListener {
  snapshot(data: unknown): void
  delta(data: unknown): void
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
