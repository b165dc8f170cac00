const samplesMax = 5

/** What the server's clock shows beyond this machine's, from the last five answers to pings. */
export class ServerClock {
  readonly #samples: number[] = []

  /**
   * @param sentAt when the ping left and `heardAt` when its answer came, by this machine's clock
   * @param serverTime what the server's clock showed between, ISO-8601; anything else is ignored
   */
  learn(sentAt: number, heardAt: number, serverTime: unknown): void {
    const shown = typeof serverTime === 'string' ? Date.parse(serverTime) : Number.NaN
    if (Number.isNaN(shown)) return
    this.#samples.push(shown - (sentAt + heardAt) / 2)
    if (this.#samples.length > samplesMax) this.#samples.shift()
  }

  /** The median; undefined before the first answer. */
  get offsetMs(): number | undefined {
    const sorted = [...this.#samples].sort((a, b) => a - b)
    return sorted[sorted.length >> 1]
  }
}
