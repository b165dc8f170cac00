const remembered = 500

/** The stream's bookkeeping: epoch, offsets, what a reconnecting page may recover. */
export class Topics {
  #topics = new Map()
  #epoch = `dev-${Date.now()}`
  #snapshot

  /** @param snapshot makes the present state of a topic, or throws when there is none */
  constructor(snapshot) {
    this.#snapshot = snapshot
  }

  /** Throws when there is no such topic. */
  check(name) {
    this.#snapshot(name)
  }

  subscribe(name, send) {
    const data = this.#snapshot(name)
    const topic = this.#topic(name)
    topic.listeners.add(send)
    send(this.#entry(name, topic.offset, 'snapshot', data))
  }

  unsubscribe(name, send) {
    this.#topics.get(name)?.listeners.delete(send)
  }

  leave(send) {
    for (const topic of this.#topics.values()) topic.listeners.delete(send)
  }

  /** @returns whether every missed delta was sent; if not, a snapshot was */
  recover(name, { epoch, offset }, send) {
    const topic = this.#topic(name)
    const missed = topic.history.filter((entry) => entry.offset > offset)
    const whole = epoch === this.#epoch && missed.length === topic.offset - offset
    if (!whole) {
      this.subscribe(name, send)
      return false
    }
    topic.listeners.add(send)
    missed.forEach(send)
    return true
  }

  publish(name, data) {
    const topic = this.#topics.get(name)
    if (topic === undefined) return
    topic.offset += 1
    const entry = this.#entry(name, topic.offset, 'delta', data)
    topic.history.push(entry)
    if (topic.history.length > remembered) topic.history.shift()
    for (const send of topic.listeners) send(entry)
  }

  #topic(name) {
    const known = this.#topics.get(name)
    if (known !== undefined) return known
    const topic = { offset: 0, history: [], listeners: new Set() }
    this.#topics.set(name, topic)
    return topic
  }

  #entry(topic, offset, kind, data) {
    return { topic, epoch: this.#epoch, offset, kind, data }
  }
}
