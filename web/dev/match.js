import { dice } from './market.js'

const minuteMs = 60_000

/** A football match that never was: what it brings moves the share that stands for it. */
export class Match {
  constructor(market, seed) {
    this.market = market
    this.random = dice(seed)
    this.score = [0, 0]
    this.startedAt = Date.now() - 64 * minuteMs
    this.events = []
    this.#say(0, 'kickOff', "1' Kick-off")
    this.#goal(18, 0)
    this.#say(33, 'card', "33' Yellow card, Ratel FC")
    this.#say(46, 'halfTime', `45' Half-time ${this.#result()}`)
    this.#goal(51, 1)
    this.#goal(63, 0)
  }

  /** Newest first. */
  items() {
    return this.events.toReversed()
  }

  /** @returns the events of this step, oldest first */
  step(now) {
    if (this.random() > 0.004) return []
    const minute = Math.min(94, Math.floor((now - this.startedAt) / minuteMs))
    return [this.goal(this.random() < 0.6 ? 0 : 1, minute)]
  }

  goal(side, minute = 64) {
    this.market.price = Math.round(this.market.price * (side === 0 ? 1.02 : 0.98))
    return this.#goal(minute, side)
  }

  #goal(minute, side) {
    this.score[side] += 1
    return this.#say(minute, 'goal', `${minute}' Goal ${this.#result()}`)
  }

  #result() {
    return this.score.join('–')
  }

  #say(minute, kind, headline) {
    const time = new Date(this.startedAt + minute * minuteMs).toISOString()
    const event = { id: `m${this.events.length + 1}`, time, kind, headline }
    this.events.push(event)
    return event
  }
}
