import { backoffMs } from './backoff.js'
import { ServerClock } from './clock.js'
import { errorBody } from './failures.js'
import { Gate } from './gate.js'
import { Subscriptions, type Frame } from './subscriptions.js'
import type { Change } from './topic.js'
import { onWake } from './wake.js'
import type { TopicListener, Watch, WatchOptions, Watcher } from './watch.js'

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
  /** Whether the platform has said that open orders end with this connection. */
  readonly cancelsOnDisconnect?: boolean
}

export interface StreamOptions {
  /** A socket to the platform's `/v1/stream`: the browser's own, or any other of its kind. */
  readonly open: () => Socket
  /** Undefined for a visitor, who sees public topics alone. */
  readonly token?: () => string | undefined
  /** The token was refused; call {@link Stream.reauthenticate} when there is a better one. */
  readonly unauthorized?: () => void
  readonly status?: (status: Status) => void
  /** Calls back when it is worth trying at once; the page's own events when left out. */
  readonly wakes?: (wake: () => void) => () => void
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
/** Reasons to connect at once that come within this time make one connection. */
const reconnectWindowMs = 500
/** Two beats further apart mean that the page slept, and not that the server is silent. */
const sleptMs = 3_000

/**
 * One WebSocket to the platform, kept alive: it pings every second, connects again with back-off,
 * and brings every topic back to where it was. Single-threaded; call from the page's thread only.
 */
export class Stream {
  readonly #options: StreamOptions
  readonly #subscriptions: Subscriptions
  readonly #now: () => number
  readonly #clock = new ServerClock()
  readonly #reconnects: Gate
  #socket: Socket | undefined
  #openedAt = 0
  #beatAt = 0
  #awakeSince = 0
  #asleep: () => void = () => undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #pinger: ReturnType<typeof setInterval> | undefined
  #failures = 0
  #everConnected = false
  /** Whether this connection is somebody's. */
  #signedIn = false
  #cancelOnDisconnect = false
  #refusedAt = Number.NEGATIVE_INFINITY
  #status: Status = { link: 'connecting', roundTripMs: undefined, heardAt: undefined }

  constructor(options: StreamOptions) {
    this.#options = options
    this.#now = options.now ?? Date.now
    this.#subscriptions = new Subscriptions({
      send: (frame) => this.#send(frame),
      now: this.#now,
    })
    this.#reconnects = new Gate(() => this.#connect(), reconnectWindowMs, this.#now)
  }

  get status(): Status {
    return this.#status
  }

  /**
   * Follows a topic, or with `*` in its name all that it means, now and later. Any number may watch
   * the same one; they share its subscription.
   */
  watch(topic: string, watcher: Watcher, options: WatchOptions = {}): Watch {
    return this.#subscriptions.watch(topic, watcher, options)
  }

  /** @returns ends the subscription */
  subscribe(topic: string, listener: TopicListener, options: WatchOptions = {}): () => void {
    const watch = this.watch(topic, listener, options)
    return () => watch.stop()
  }

  start(): void {
    if (this.#pinger !== undefined) return
    this.#beatAt = this.#now()
    this.#pinger = setInterval(() => this.#beat(), pingEveryMs)
    this.#asleep = (this.#options.wakes ?? onWake)(() => this.#wake())
    this.#connect()
  }

  stop(): void {
    if (this.#pinger === undefined) return
    clearInterval(this.#pinger)
    this.#pinger = undefined
    this.#asleep()
    this.#reconnects.cancel()
    this.#drop()
  }

  /** Prolongs the open connection with the present token of the same person. */
  authenticate(): void {
    const token = this.#options.token?.()
    if (token !== undefined) this.#send({ auth: token })
  }

  /**
   * Whether the open orders of the person's accounts are to end with the connection; asked for
   * again on each new one. The platform's word for it is in the status.
   */
  cancelOnDisconnect(wanted: boolean): void {
    this.#cancelOnDisconnect = wanted
    if (this.#signedIn) this.#send({ cancelOnDisconnect: wanted })
  }

  /**
   * Another person, or nobody, is signed in: what was private is dropped at once and a new
   * connection is made with the present token; market topics go on where they were.
   */
  reauthenticate(): void {
    this.#subscriptions.forgetPrivate()
    this.retryNow()
  }

  /** Ends the wait between two attempts. */
  retryNow(): void {
    if (this.#pinger === undefined) return
    this.#drop()
    if (this.#status.link === 'connected') {
      this.#report({
        link: 'reconnecting',
        roundTripMs: undefined,
        cancelsOnDisconnect: false,
      })
    }
    this.#reconnects.ask()
  }

  /** The page was asleep or the network is back. */
  #wake(): void {
    if (this.#socket === undefined) this.#reconnects.ask()
    else this.#beat()
  }

  #connect(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
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
    this.#signedIn = false
    this.#report({ link: 'connected', heardAt: this.#now() })
    this.authenticate()
    this.#subscriptions.connected()
    this.#ping()
  }

  #closed(socket: Socket): void {
    if (socket !== this.#socket) return
    this.#socket = undefined
    this.#subscriptions.lost()
    const wait = backoffMs(this.#failures, (this.#options.random ?? Math.random)())
    this.#failures += 1
    this.#report({
      link: this.#brokenLink(),
      roundTripMs: undefined,
      cancelsOnDisconnect: false,
    })
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
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#subscriptions.lost()
    socket?.close()
  }

  #beat(): void {
    const now = this.#now()
    if (Math.abs(now - this.#beatAt) > sleptMs) this.#awakeSince = now
    this.#beatAt = now
    const socket = this.#socket
    if (socket === undefined) return
    const open = socket.readyState === openState
    const since = open ? (this.#status.heardAt ?? now) : this.#openedAt
    const silentMs = now - Math.max(since, this.#awakeSince)
    if (silentMs > (open ? deadAfterMs : openWithinMs)) {
      socket.close()
      this.#closed(socket)
    } else if (open) {
      this.#subscriptions.remind()
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
      for (const change of frame['batch'].filter(isChange)) this.#subscriptions.apply(change)
    }
    if (typeof frame['pong'] === 'number') this.#ponged(frame['pong'], frame['time'])
    this.#answered(frame)
  }

  #ponged(sentAt: number, time: unknown): void {
    const now = this.#now()
    this.#clock.learn(sentAt, now, time)
    const clockOffsetMs = this.#clock.offsetMs
    this.#report({ roundTripMs: Math.max(0, now - sentAt), clockOffsetMs })
  }

  #answered(frame: Frame): void {
    const id = typeof frame['id'] === 'number' ? frame['id'] : undefined
    const error = errorBody(frame)
    if (error !== undefined) {
      if (id !== undefined) this.#subscriptions.refused(id, error)
      else this.#refused(error.code)
      return
    }
    if (frame['authenticated'] === true) this.#authenticated()
    const cancels = frame['cancelOnDisconnect']
    if (typeof cancels === 'boolean') this.#report({ cancelsOnDisconnect: cancels })
    const recovered = frame['recovered']
    if (typeof recovered === 'object' && recovered !== null) {
      this.#subscriptions.recovered(recovered as Record<string, boolean>)
    }
    if (id !== undefined) this.#subscriptions.granted(id)
  }

  /** A token that only prolongs the connection leaves it as it is. */
  #authenticated(): void {
    if (this.#signedIn) return
    this.#signedIn = true
    if (this.#cancelOnDisconnect) this.#send({ cancelOnDisconnect: true })
  }

  /** Acts on a refused token, but not again and again when the next is refused as well. */
  #refused(code: string): void {
    const isAnothers = code === 'FORBIDDEN' && this.#signedIn
    if (!isAnothers && !unauthorized.has(code)) return
    if (this.#now() - this.#refusedAt < refusedEveryMs) return
    this.#refusedAt = this.#now()
    if (isAnothers) this.reauthenticate()
    else this.#options.unauthorized?.()
  }

  #report(change: Partial<Status>): void {
    this.#status = { ...this.#status, ...change }
    this.#options.status?.(this.#status)
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

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false
  const { topic, offset } = value as Partial<Change>
  return typeof topic === 'string' && typeof offset === 'number'
}
