import { repeatMs } from './backoff.js'
import { ApiError, NoAnswer, errorBody, isFleeting, type Failure } from './failures.js'

/** Where the tokens are; `renew` resolves to false when the person has to sign in again. */
export interface Credentials {
  token(): string | undefined
  renew(): Promise<boolean>
}

export interface CallOptions {
  /** Empty for the page's own origin. */
  readonly origin: string
  readonly credentials: Credentials
  readonly fetch?: typeof fetch
  /** For the whole call, repetitions included; 10 s when left out. */
  readonly timeoutMs?: number
  /** How often a call that may be repeated is sent at most; 3 when left out. */
  readonly attempts?: number
  /** Uniform in [0, 1). */
  readonly random?: () => number
}

/** One request as it goes over the wire. */
export interface Call {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body?: unknown
  readonly idempotencyKey?: string | undefined
  /** For a dangerous operation. */
  readonly dangerToken?: string | undefined
  /** Carries no token. */
  readonly isPublic: boolean
  /** The answer is text and not JSON. */
  readonly isText: boolean
  /** The same request twice has the effect of one. */
  readonly mayRepeat: boolean
}

/**
 * Sends requests until they are answered: renews a token that is over, once, and repeats what may
 * be repeated after silence, 429, 502, 503 and 504, as late as `Retry-After` asks.
 */
export class Calls {
  readonly #options: CallOptions

  constructor(options: CallOptions) {
    this.#options = options
  }

  /** @throws ApiError when refused, NoAnswer when the outcome is unknown */
  async send(call: Call): Promise<unknown> {
    const until = Date.now() + (this.#options.timeoutMs ?? 10_000)
    const attempts = call.mayRepeat ? (this.#options.attempts ?? 3) : 1
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#signedIn(call, until)
      } catch (failure) {
        if (attempt >= attempts || !isFleeting(failure)) throw failure
        const wait = this.#waitMs(attempt, failure)
        if (Date.now() + wait >= until) throw failure
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  #waitMs(attempt: number, failure: Failure): number {
    const wait = repeatMs(attempt - 1, (this.#options.random ?? Math.random)())
    return Math.max(wait, failure.retryAfterMs ?? 0)
  }

  async #signedIn(call: Call, until: number): Promise<unknown> {
    try {
      return await answer(call, await this.#once(call, until))
    } catch (failure) {
      const { credentials } = this.#options
      if (call.isPublic || !isAboutTheToken(failure)) throw failure
      const renewed = credentials.token() !== undefined && (await credentials.renew())
      if (!renewed) throw failure
      return answer(call, await this.#once(call, until))
    }
  }

  async #once(call: Call, until: number): Promise<Response> {
    const headers: Record<string, string> = { Accept: call.isText ? '*/*' : 'application/json' }
    const token = call.isPublic ? undefined : this.#options.credentials.token()
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`
    if (call.body !== undefined) headers['Content-Type'] = 'application/json'
    if (call.idempotencyKey !== undefined) headers['Idempotency-Key'] = call.idempotencyKey
    if (call.dangerToken !== undefined) headers['Danger-Token'] = call.dangerToken
    const send = this.#options.fetch ?? fetch
    try {
      return await send(this.#options.origin + call.path, {
        method: call.method,
        headers,
        signal: AbortSignal.timeout(Math.max(1, until - Date.now())),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      })
    } catch (cause) {
      throw unanswered(cause)
    }
  }
}

const notTheToken = new Set(['INVALID_CREDENTIALS', 'SECOND_FACTOR_REQUIRED'])

/** A wrong password or code is a 401 too, and is not made right by another token. */
function isAboutTheToken(failure: unknown): boolean {
  return failure instanceof ApiError && failure.status === 401 && !notTheToken.has(failure.code)
}

async function answer(call: Call, response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '')
  if (response.ok && (call.isText || response.status === 204)) return text === '' ? undefined : text
  const body = parse(text)
  if (response.ok && body !== undefined) return body
  const retryAfterMs = seconds(response.headers.get('Retry-After'))
  const rayId = response.headers.get('X-Ray-Id') ?? undefined
  const error = errorBody(body)
  if (error !== undefined) {
    const reason = { ...error, rayId: error.rayId ?? rayId }
    throw new ApiError(response.status, reason, retryAfterMs)
  }
  if (response.ok || response.status >= 500) {
    const message = `The server answered ${response.status} without a readable reason.`
    throw new NoAnswer(message, retryAfterMs)
  }
  const message = `The server answered ${response.status} without a reason.`
  const code = `HTTP_${response.status}`
  throw new ApiError(response.status, { code, message, rayId }, retryAfterMs)
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `Retry-After` in whole seconds; the platform sends no dates. */
function seconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) * 1_000 : undefined
}

function unanswered(cause: unknown): NoAnswer {
  const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError'
  return new NoAnswer(
    timedOut ? 'The server did not answer in time.' : 'The server could not be reached.',
  )
}
