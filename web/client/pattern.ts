import type { ErrorBody } from './failures.js'
import { Seat } from './seat.js'
import type { Change, Feed, Position } from './topic.js'
import type { Watcher } from './watch.js'

/** Whether a name stands for many topics. */
export function isPattern(name: string): boolean {
  return name.includes('*')
}

/** Whether a topic, named as the platform names it, is one that the pattern means. */
export function meaning(pattern: string): (topic: string) => boolean {
  const barred = pattern.includes('|')
  const parts = (name: string) => (barred ? ['market', ...name.split('|')] : name.split('.'))
  const [scope = '', middle = '', kind = ''] = parts(pattern)
  const colon = middle.indexOf(':')
  const [venue, name] = [middle.slice(0, Math.max(0, colon)), middle.slice(colon + 1)]
  return (topic) => {
    if (topic.includes('|') !== barred) return false
    const [ofScope = '', subject = '', ofKind = ''] = parts(topic)
    if ((scope !== '*' && scope !== ofScope) || (kind !== '*' && kind !== ofKind)) return false
    if (!name.includes('*')) return subject === middle
    const at = subject.indexOf(':')
    if (venue !== '' && venue !== subject.slice(0, Math.max(0, at))) return false
    const rest = subject.slice(at + 1)
    return name.startsWith('*') ? rest.endsWith(name.slice(1)) : rest.startsWith(name.slice(0, -1))
  }
}

/**
 * All topics that a pattern means, and its watchers. Of each topic a delta is passed on only when
 * it follows the last change; after a break the platform is asked for the pattern again.
 */
export class PatternTopic implements Feed {
  readonly name: string
  /** A single position would not do for many topics. */
  readonly position = undefined
  readonly #means: (topic: string) => boolean
  /** The watchers, and of which topics each has the value. */
  readonly #seats = new Map<Seat, Set<string>>()
  readonly #positions = new Map<string, Position>()
  #live = false
  #refusal: ErrorBody | undefined

  constructor(name: string) {
    this.name = name
    this.#means = meaning(name)
  }

  means(topic: string): boolean {
    return this.#means(topic)
  }

  get isWatched(): boolean {
    return this.#seats.size > 0
  }

  get isRefused(): boolean {
    return this.#refusal !== undefined
  }

  get isSettled(): boolean {
    return this.#live
  }

  join(watcher: Watcher, leave: () => void): { seat: Seat; needsSnapshot: boolean } {
    const seat = new Seat(this.name, watcher, (left) => {
      this.#seats.delete(left)
      leave()
    })
    this.#seats.set(seat, new Set())
    const refusal = this.#refusal
    if (refusal !== undefined) queueMicrotask(() => seat.refuse(refusal))
    return { seat, needsSnapshot: true }
  }

  apply(change: Change): boolean {
    const { topic, epoch, offset } = change
    const last = this.#positions.get(topic)
    if (change.kind === 'history') return true
    if (last?.epoch === epoch && offset < last.offset) return true
    if (change.kind === 'snapshot') {
      const known = last?.epoch === epoch && last.offset === offset
      this.#learn(change, (fed) => !known || !fed.has(topic))
      return true
    }
    if (last === undefined || (last.epoch === epoch && offset === last.offset)) return true
    if (last.epoch !== epoch || (change.after ?? offset - 1) !== last.offset) {
      this.#positions.delete(topic)
      this.#seats.forEach((fed) => fed.delete(topic))
      return false
    }
    this.#learn(change, (fed) => fed.has(topic))
    return true
  }

  #learn(change: Change, concerns: (fed: Set<string>) => boolean): void {
    const { topic, epoch, offset, data } = change
    this.#positions.set(topic, { epoch, offset })
    for (const [seat, fed] of [...this.#seats]) {
      if (!concerns(fed)) continue
      fed.add(topic)
      if (change.kind === 'snapshot') seat.snapshot(data, topic)
      else seat.delta(data, topic)
      seat.stands(true)
    }
  }

  /** The platform follows it, whether or not it means anything yet. */
  granted(): void {
    this.#live = true
  }

  lost(): void {
    this.#live = false
    this.#positions.clear()
    for (const [seat, fed] of [...this.#seats]) {
      fed.clear()
      seat.stands(false)
    }
  }

  /** Topics of markets are the same for everyone. */
  forget(): void {
    this.#live = false
  }

  asked(): void {
    this.#live = false
    this.#refusal = undefined
  }

  recovered(): void {
    this.#live = false
  }

  refused(error: ErrorBody): void {
    this.#live = false
    this.#refusal = error
    for (const seat of [...this.#seats.keys()]) seat.refuse(error)
  }
}
