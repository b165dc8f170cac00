import type { ErrorBody } from './failures.js'
import { Seat } from './seat.js'
import type { Watcher } from './watch.js'

/** One entry of a batch. */
export interface Change {
  readonly topic: string
  readonly epoch: string | number
  readonly offset: number
  /** Of several changes as one: which change must have been taken before. */
  readonly after?: number
  readonly kind: 'snapshot' | 'delta' | 'history'
  readonly data: unknown
}

export interface Position {
  readonly epoch: string | number
  readonly offset: number
}

/** What is asked for under one name, and its watchers. */
export interface Feed {
  readonly name: string
  readonly isWatched: boolean
  readonly isRefused: boolean
  /** Where to go on from; undefined when only a snapshot helps. */
  readonly position: Position | undefined
  /** Whether every watcher has the value and it follows the platform. */
  readonly isSettled: boolean
  join(watcher: Watcher, leave: () => void): { seat: Seat; needsSnapshot: boolean }
  /** @returns false when something is missing before it: only a snapshot helps then */
  apply(change: Change): boolean
  /** The platform has granted what was asked. */
  granted?(): void
  /** All that was heard is void. */
  restart?(): void
  /** The connection is lost; values stay, stale. */
  lost(): void
  /** Another person may be signed in: nothing of what was known may be shown any more. */
  forget(): void
  /** It is being asked for. */
  asked(): void
  /** The answer to a recovery. */
  recovered(complete: boolean): void
  refused(error: ErrorBody): void
}

/** So many epochs that have ended are remembered. */
const endedMax = 16

/** A value is kept as a snapshot and so many deltas for those who come later. */
const journalMax = 256

/**
 * A topic and its watchers. A delta is passed on only when it follows the last change, a snapshot
 * only when it is not older than what was passed on since the connection opened.
 */
export class Topic implements Feed {
  readonly name: string
  readonly #seats = new Set<Seat>()
  #position: Position | undefined
  /** The furthest that this connection has brought; it outlives a gap. */
  #floor: Position | undefined
  /** Epochs that ended on this connection; none of them comes back. */
  readonly #ended = new Set<string | number>()
  #recovering: Position | undefined
  #live = false
  #refusal: ErrorBody | undefined
  #journal: Change[] = []

  constructor(name: string) {
    this.name = name
  }

  get isWatched(): boolean {
    return this.#seats.size > 0
  }

  get isRefused(): boolean {
    return this.#refusal !== undefined
  }

  /** Where to go on from; undefined when only a snapshot helps. */
  get position(): Position | undefined {
    return this.#position
  }

  /** Whether every watcher has the value and it follows the platform. */
  get isSettled(): boolean {
    return this.#live && [...this.#seats].every((seat) => seat.fed)
  }

  /**
   * Adds a watcher, which hears what is known at the end of this turn.
   *
   * @param leave called when it stops
   * @returns the watch, and whether the platform has to be asked for a snapshot for it
   */
  join(watcher: Watcher, leave: () => void): { seat: Seat; needsSnapshot: boolean } {
    const seat = new Seat(this.name, watcher, (left) => {
      this.#seats.delete(left)
      leave()
    })
    this.#seats.add(seat)
    queueMicrotask(() => this.#brief(seat))
    return { seat, needsSnapshot: this.#journal.length === 0 }
  }

  #brief(seat: Seat): void {
    if (this.#refusal !== undefined) {
      seat.refuse(this.#refusal)
      return
    }
    if (seat.fed) return
    for (const change of this.#journal) tell(seat, change)
    seat.stands(this.#live)
  }

  /** @returns false when something is missing before it: only a snapshot helps then */
  apply(change: Change): boolean {
    if (change.kind === 'history') {
      for (const seat of [...this.#seats]) seat.history(change.data, change.topic)
      return true
    }
    if (change.kind === 'snapshot') {
      if (this.#isOlder(change, this.#floor)) return true
      const known = this.#live && isSame(change, this.#position)
      this.#journal = []
      this.#learn(change, (seat) => !known || !seat.fed)
      return true
    }
    const last = this.#position
    if (last === undefined || isSame(change, last) || this.#isOlder(change, last)) return true
    if (change.epoch !== last.epoch || (change.after ?? change.offset - 1) !== last.offset) {
      this.#gap()
      return false
    }
    this.#learn(change, (seat) => seat.fed)
    return true
  }

  /** Epochs are drawn by chance: which of two came first only their arrival tells. */
  #isOlder(change: Change, known: Position | undefined): boolean {
    if (known === undefined || change.epoch !== known.epoch) return this.#ended.has(change.epoch)
    return change.offset < known.offset
  }

  #learn(change: Change, concerned: (seat: Seat) => boolean): void {
    if (this.#floor !== undefined && this.#floor.epoch !== change.epoch) {
      this.#ended.add(this.#floor.epoch)
      const [oldest] = this.#ended
      if (this.#ended.size > endedMax && oldest !== undefined) this.#ended.delete(oldest)
    }
    this.#position = { epoch: change.epoch, offset: change.offset }
    this.#floor = this.#position
    this.#live = true
    // Deltas without their snapshot are worth nothing.
    if (change.kind === 'snapshot' || this.#journal.length > 0) this.#journal.push(change)
    if (this.#journal.length > journalMax) this.#journal = []
    for (const seat of [...this.#seats].filter(concerned)) tell(seat, change)
    this.#sayState()
  }

  restart(): void {
    for (const seat of [...this.#seats]) seat.restart()
    this.#gap()
  }

  #gap(): void {
    this.#position = undefined
    this.#journal = []
    this.#live = false
    this.#sayState()
  }

  /** The connection is lost; values stay, stale. */
  lost(): void {
    this.#floor = undefined
    this.#ended.clear()
    this.#recovering = undefined
    this.#live = false
    this.#sayState()
  }

  /** Another person may be signed in: nothing of what was known may be shown any more. */
  forget(): void {
    this.#seats.forEach((seat) => seat.empty())
    this.#gap()
  }

  /** It is being asked for, from its position where it has one. */
  asked(): void {
    this.#recovering = this.#position
    if (this.#refusal === undefined) return
    this.#refusal = undefined
    this.#sayState()
  }

  /** The answer to a recovery: what could not be continued waits for its snapshot. */
  recovered(complete: boolean): void {
    if (this.#position === undefined) return
    if (complete) {
      this.#live = true
      this.#sayState()
    } else if (this.#position === this.#recovering) {
      this.#gap()
    }
  }

  refused(error: ErrorBody): void {
    this.#position = undefined
    this.#journal = []
    this.#live = false
    this.#refusal = error
    for (const seat of [...this.#seats]) seat.refuse(error)
  }

  #sayState(): void {
    if (this.#refusal !== undefined) return
    for (const seat of [...this.#seats]) seat.stands(this.#live)
  }
}

function tell(seat: Seat, change: Change): void {
  if (change.kind === 'snapshot') seat.snapshot(change.data, change.topic)
  else seat.delta(change.data, change.topic)
}

function isSame(a: Position, b: Position | undefined): boolean {
  return a.epoch === b?.epoch && a.offset === b.offset
}
