import type { Socket } from '../stream.js'

/** Uniform in [0, 1), the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Frame = Record<string, unknown>

/** What becomes of the frames of a connection. */
export interface Weather {
  /** How likely a frame is lost, comes twice, or comes late. */
  fault: number
  readonly random: () => number
}

/** A connection through the weather: both ends, and the frames on their way to the client. */
export class Wire implements Socket {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly #weather: Weather
  readonly #hear: (frame: Frame) => void
  #coming: { readonly text: string; rounds: number }[] = []

  /** @param hear the server's ear */
  constructor(weather: Weather, hear: (frame: Frame) => void) {
    this.#weather = weather
    this.#hear = hear
  }

  get isOpen(): boolean {
    return this.readyState === 1
  }

  open(): void {
    if (this.readyState !== 0) return
    this.readyState = 1
    this.onopen?.()
  }

  send(text: string): void {
    if (!this.#strikes(0.3)) this.#hear(JSON.parse(text) as Frame)
  }

  close(): void {
    this.readyState = 3
  }

  drop(): void {
    if (this.readyState === 3) return
    this.readyState = 3
    this.onclose?.()
  }

  /** The server says something; it comes with {@link deliver}, now or some rounds later. */
  say(frame: Frame): void {
    const text = JSON.stringify(frame)
    if (this.#strikes(1)) return
    for (let copy = this.#strikes(1) ? 2 : 1; copy > 0; copy -= 1) {
      const rounds = this.#strikes(2) ? Math.floor(this.#weather.random() * 12) : 0
      this.#coming.push({ text, rounds })
    }
  }

  /** Lets what is late arrive with what is not. */
  hurry(): void {
    this.#coming.forEach((frame) => (frame.rounds = 0))
    this.deliver()
  }

  deliver(): void {
    const coming = this.#coming
    this.#coming = []
    for (const frame of coming) {
      frame.rounds -= 1
      if (frame.rounds >= 0) this.#coming.push(frame)
      else if (this.isOpen) this.onmessage?.({ data: frame.text })
    }
  }

  #strikes(share: number): boolean {
    return this.#weather.random() < this.#weather.fault * share
  }
}
