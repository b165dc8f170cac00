import { backoffMs } from './backoff'
import { errorBody } from './failures'
import { Subscriptions, type Change, type Frame, type TopicListener } from './subscriptions'

/** The part of a WebSocket that is used, so that a test can hold the other end. */
export interface Socket {
  readonly readyState: number
  // `never` lets a handler take what it needs of the browser's own event types.
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  send(text: string): void
  close(): void
}

export type Link = 'connecting' | 'connected' | 'reconnecting' | 'offline'

export interface Status {
  readonly link: Link
  /** The last round trip; undefined while there is none. */
  readonly roundTripMs: number | undefined
  /** When anything was last heard, by this machine's clock; undefined before the first frame. */
  readonly heardAt: number | undefined
  /** What the server's clock shows beyond this machine's; undefined while that is not known. */
  readonly clockOffsetMs?: number | undefined
}

export interface StreamOptions {
  readonly open: () => Socket
  readonly token: () => string | undefined
  /** The token was refused; call {@link Stream.reauthenticate} when there is a better one. */
  readonly unauthorized: () => void
  readonly status: (status: Status) => void
  readonly now?: () => number
  readonly random?: () => number
}

const openState = 1
const unauthorized = new Set(['UNAUTHENTICATED', 'TOKEN_EXPIRED'])
const pingEveryMs = 1_000
/** Silence on an open connection, in spite of pings, after which it is taken for dead. */
const deadAfterMs = 6_000
/** An attempt that has not opened by then is given up. */
const openWithinMs = 10_000
const offlineAfterFailures = 3
const refusedEveryMs = 10_000

/**
 * One WebSocket to the platform, kept alive: it pings every second, connects again with back-off,
 * and brings every topic back to where it was. Single-threaded; call from the page's thread only.
 */
export class Stream {
  readonly #options: StreamOptions
  readonly #subscriptions: Subscriptions
  readonly #now: () => number
  #socket: Socket | undefined
  #openedAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #pinger: ReturnType<typeof setInterval> | undefined
  #failures = 0
  #everConnected = false
  #refusedAt = Number.NEGATIVE_INFINITY
  #status: Status = { link: 'connecting', roundTripMs: undefined, heardAt: undefined }

  constructor(options: StreamOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
    this.#subscriptions = new Subscriptions((frame) => this.#send(frame))
  }

  /** @returns ends the subscription */
  subscribe(topic: string, listener: TopicListener): () => void {
    this.#subscriptions.add(topic, listener)
    return () => this.#subscriptions.remove(topic)
  }

  start(): void {
    if (this.#pinger !== undefined) return
    this.#pinger = setInterval(() => this.#beat(), pingEveryMs)
    this.#connect()
  }

  stop(): void {
    clearInterval(this.#pinger)
    clearTimeout(this.#timer)
    this.#pinger = undefined
    this.#timer = undefined
    this.#drop()
  }

  /** Prolongs the open connection with the present token of the same person. */
  authenticate(): void {
    const token = this.#options.token()
    if (token !== undefined) this.#send({ auth: token })
  }

  /** Connects again at once with the present token; market topics go on where they were. */
  reauthenticate(): void {
    this.#subscriptions.forgetPrivate()
    if (this.#pinger !== undefined) this.retryNow()
  }

  /** Ends the wait between two attempts. */
  retryNow(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#drop()
    this.#connect()
  }

  #connect(): void {
    const socket = this.#options.open()
    this.#socket = socket
    this.#openedAt = this.#now()
    socket.onopen = () => this.#opened(socket)
    socket.onmessage = (event: { data: unknown }) => {
      if (socket === this.#socket) this.#heard(event.data)
    }
    socket.onclose = () => this.#closed(socket)
    socket.onerror = () => undefined
  }

  #opened(socket: Socket): void {
    if (socket !== this.#socket) return
    this.#failures = 0
    this.#everConnected = true
    this.#report({ link: 'connected', heardAt: this.#now() })
    this.authenticate()
    this.#subscriptions.resume()
    this.#ping()
  }

  #closed(socket: Socket): void {
    if (socket !== this.#socket) return
    this.#socket = undefined
    const wait = backoffMs(this.#failures, (this.#options.random ?? Math.random)())
    this.#failures += 1
    this.#report({ link: this.#brokenLink(), roundTripMs: undefined })
    this.#timer = setTimeout(() => this.#connect(), wait)
  }

  #brokenLink(): Link {
    if (this.#failures > offlineAfterFailures) return 'offline'
    return this.#everConnected ? 'reconnecting' : 'connecting'
  }

  /** Lets go of the socket without waiting for its close, which a dead network never brings. */
  #drop(): void {
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
  }

  #beat(): void {
    const socket = this.#socket
    if (socket === undefined) return
    const now = this.#now()
    const open = socket.readyState === openState
    const silent = open
      ? now - (this.#status.heardAt ?? now) > deadAfterMs
      : now - this.#openedAt > openWithinMs
    if (silent) {
      socket.close()
      this.#closed(socket)
    } else if (open) {
      this.#ping()
    }
  }

  #ping(): void {
    this.#send({ ping: this.#now() })
  }

  #send(frame: Frame): void {
    if (this.#socket?.readyState === openState) this.#socket.send(JSON.stringify(frame))
  }

  #heard(data: unknown): void {
    const frame = typeof data === 'string' ? parse(data) : undefined
    if (frame === undefined) return
    this.#report({ heardAt: this.#now() })
    if (Array.isArray(frame['batch'])) {
      for (const change of frame['batch'] as Change[]) this.#subscriptions.apply(change)
    }
    if (typeof frame['pong'] === 'number') this.#ponged(frame['pong'], frame['time'])
    this.#answered(frame)
  }

  /** The platform's clock was read half a round trip ago. */
  #ponged(sentAt: number, time: unknown): void {
    const now = this.#now()
    const roundTripMs = Math.max(0, now - sentAt)
    const theirs = typeof time === 'string' ? Date.parse(time) : Number.NaN
    const known = !Number.isNaN(theirs)
    const clockOffsetMs = known ? theirs + roundTripMs / 2 - now : undefined
    this.#report({ roundTripMs, clockOffsetMs })
  }

  #answered(frame: Frame): void {
    const id = typeof frame['id'] === 'number' ? frame['id'] : undefined
    const error = errorBody(frame)
    if (error !== undefined) {
      if (id !== undefined) this.#subscriptions.refused(id, error)
      else if (unauthorized.has(error.code)) this.#refused()
      return
    }
    const recovered = frame['recovered']
    if (typeof recovered === 'object' && recovered !== null) {
      this.#subscriptions.recovered(recovered as Record<string, boolean>)
    }
    if (id !== undefined) this.#subscriptions.granted(id)
  }

  /** Reports a refused token, but not again and again when a new one is refused as well. */
  #refused(): void {
    if (this.#now() - this.#refusedAt < refusedEveryMs) return
    this.#refusedAt = this.#now()
    this.#options.unauthorized()
  }

  #report(change: Partial<Status>): void {
    this.#status = { ...this.#status, ...change }
    this.#options.status(this.#status)
  }
}

function parse(text: string): Frame | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Frame) : undefined
  } catch {
    return undefined
  }
}
