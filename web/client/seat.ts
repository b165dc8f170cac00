import type { ErrorBody } from './failures.js'
import type { Watch, WatchState, Watcher } from './watch.js'

/** A watcher at its topic: what it has heard and what it was told of its state. */
export class Seat implements Watch {
  readonly topic: string
  readonly #watcher: Watcher
  readonly #leave: (seat: Seat) => void
  #state: WatchState = 'pending'
  #refusal: ErrorBody | undefined
  #fed = false
  #stopped = false

  constructor(topic: string, watcher: Watcher, leave: (seat: Seat) => void) {
    this.topic = topic
    this.#watcher = watcher
    this.#leave = leave
  }

  get state(): WatchState {
    return this.#state
  }

  get refusal(): ErrorBody | undefined {
    return this.#refusal
  }

  /** Whether it has the topic's value. */
  get fed(): boolean {
    return this.#fed
  }

  stop(): void {
    if (this.#stopped) return
    this.#stopped = true
    this.#leave(this)
    this.#become('unwatched')
  }

  /** Something from before the value, which it does not have yet. */
  history(data: unknown, topic: string): void {
    if (!this.#stopped) guarded(() => this.#watcher.history?.(data, topic))
  }

  snapshot(data: unknown, topic: string): void {
    if (this.#stopped) return
    this.#fed = true
    guarded(() => this.#watcher.snapshot(data, topic))
  }

  delta(data: unknown, topic: string): void {
    if (!this.#stopped && this.#fed) guarded(() => this.#watcher.delta(data, topic))
  }

  /** Says where the topic stands; `live` when its value follows the platform. */
  stands(live: boolean): void {
    if (this.#stopped) return
    this.#refusal = undefined
    if (!this.#fed) this.#become('pending')
    else this.#become(live ? 'committed' : 'rePending')
  }

  /** What was heard is void and comes again; the state is said next. */
  restart(): void {
    if (this.#stopped) return
    this.#fed = false
    guarded(() => this.#watcher.restart?.())
  }

  /** The topic has no value any more; the state is said next. */
  empty(): void {
    this.#fed = false
  }

  refuse(error: ErrorBody): void {
    if (this.#stopped) return
    this.#fed = false
    this.#refusal = error
    guarded(() => this.#watcher.refused?.(error))
    this.#become('unwatched')
  }

  #become(state: WatchState): void {
    if (state === this.#state) return
    this.#state = state
    guarded(() => this.#watcher.onState?.(state))
  }
}

/** A watcher's fault is its own; it must not keep others from what they wait for. */
function guarded(call: () => void): void {
  try {
    call()
  } catch (fault) {
    queueMicrotask(() => {
      throw fault
    })
  }
}
