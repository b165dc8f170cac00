/**
 * Gathers requests to do something, so that any number of them in a row is two runs at most: the
 * first after a quiet spell runs at the end of its own turn, all that come within the window after
 * it run together when the window ends. A timer that fires late, as those of a sleeping tab do,
 * delays nothing that is asked for after the window.
 */
export class Gate {
  readonly #run: () => void
  readonly #windowMs: number
  readonly #now: () => number
  #opensAt = Number.NEGATIVE_INFINITY
  #asked = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(run: () => void, windowMs: number, now: () => number) {
    this.#run = run
    this.#windowMs = windowMs
    this.#now = now
  }

  ask(): void {
    if (this.#asked) return
    const wait = this.#opensAt - this.#now()
    if (wait > 0) {
      this.later(wait)
      return
    }
    this.#asked = true
    queueMicrotask(() => {
      if (!this.#asked) return
      this.#asked = false
      this.#pass()
    })
  }

  /** Asks for a run that may wait: at the latest when a whole window has passed. */
  later(waitMs = this.#windowMs): void {
    // The clock may have been set back; no wait is longer than the window.
    this.#timer ??= setTimeout(() => this.#pass(), Math.min(waitMs, this.#windowMs))
  }

  cancel(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#asked = false
  }

  #pass(): void {
    this.cancel()
    this.#opensAt = this.#now() + this.#windowMs
    this.#run()
  }
}
