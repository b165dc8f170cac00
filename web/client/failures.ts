/** The platform refused a request and said why. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly value: string | undefined
  readonly rule: string | undefined
  readonly rayId: string | undefined
  /** How long the platform asks to wait before the next attempt. */
  readonly retryAfterMs: number | undefined

  constructor(status: number, body: ErrorBody, retryAfterMs?: number) {
    super(body.message)
    this.name = 'ApiError'
    this.status = status
    this.code = body.code
    this.field = body.field
    this.value = body.value
    this.rule = body.rule
    this.rayId = body.rayId
    this.retryAfterMs = retryAfterMs
  }
}

/** No answer came: the request may or may not have had its effect. */
export class NoAnswer extends Error {
  readonly retryAfterMs: number | undefined

  constructor(message: string, retryAfterMs?: number) {
    super(message)
    this.name = 'NoAnswer'
    this.retryAfterMs = retryAfterMs
  }
}

const fleeting = new Set([429, 502, 503, 504])

export type Failure = ApiError | NoAnswer

export interface ErrorBody {
  readonly code: string
  readonly message: string
  readonly field?: string | undefined
  readonly value?: string | undefined
  readonly rule?: string | undefined
  readonly rayId?: string | undefined
}

/** Reads `{"error":{…}}`; undefined when the value is something else. */
export function errorBody(value: unknown): ErrorBody | undefined {
  if (typeof value !== 'object' || value === null || !('error' in value)) return undefined
  const error = value.error
  if (typeof error !== 'object' || error === null) return undefined
  const text = (name: string): string | undefined => {
    const member: unknown = (error as Record<string, unknown>)[name]
    return member === undefined || member === null ? undefined : String(member)
  }
  const code = text('code')
  if (code === undefined) return undefined
  return {
    code,
    message: text('message') ?? code,
    field: text('field'),
    value: text('value'),
    rule: text('rule'),
    rayId: text('rayId'),
  }
}

/** A failure from whatever was thrown; a programmer's error is thrown on. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof ApiError || thrown instanceof NoAnswer) return thrown
  throw thrown
}

/** Whether the same request may have another outcome soon: silence, too many requests, busy. */
export function isFleeting(thrown: unknown): thrown is Failure {
  return thrown instanceof ApiError ? fleeting.has(thrown.status) : thrown instanceof NoAnswer
}
