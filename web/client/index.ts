export type { Socket, Status, StreamOptions, Link } from './stream.js'
export { Stream } from './stream.js'
export type { TopicListener, Watch, WatchOptions, Watcher, WatchState } from './watch.js'
export type {
  AnswerOf,
  Credentials,
  OperationId,
  Repetition,
  RequestOf,
  RestOptions,
} from './rest.js'
export { Rest } from './rest.js'
export type { ErrorBody, Failure } from './failures.js'
export { ApiError, NoAnswer, asFailure } from './failures.js'
export type { Decimal, Rounding } from './decimal.js'
export {
  add,
  canonical,
  compare,
  decimal,
  divide,
  formatDecimal,
  isMultipleOf,
  isPositive,
  isZero,
  larger,
  multiply,
  negate,
  parseDecimal,
  rescale,
  smaller,
  subtract,
  toNumber,
  toStep,
  zero,
} from './decimal.js'
export type { Book, Level } from './book.js'
export { bookOf, changed } from './book.js'
export { intervalMs, mergeBars, rollUp, startMs } from './bars.js'
export { slotOf } from './slot.js'
export { compareTimes } from './times.js'
export { isLive } from './shapes.js'
export type * from './shapes.js'
export type * as Api from './operations.js'
