import type { RequestOf } from '../../client/rest'
import type { TradingState } from '../market/states'

/** A change of state in every week, as it is typed. */
export interface TypedChange {
  /** Monday is 0. */
  readonly day: number
  /** `08:30` in UTC. */
  readonly time: string
  readonly state: TradingState
}

export const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export const changesMax = 32
const closedDaysMax = 64

/** Five days from open to close, to begin with. */
export const usualWeek: readonly TypedChange[] = [0, 1, 2, 3, 4].flatMap((day) => [
  { day, time: '08:00', state: 'preOpen' as const },
  { day, time: '08:30', state: 'open' as const },
  { day, time: '16:30', state: 'closed' as const },
])

export function minuteOf({ day, time }: TypedChange): number | undefined {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? []
  return hour === undefined ? undefined : (day * 24 + Number(hour)) * 60 + Number(minute)
}

/** `2026-12-25, 2027-01-01`, in any order. */
function closedDaysOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

export function calendarFault(
  changes: readonly TypedChange[],
  closedDays: string,
): string | undefined {
  const minutes = changes.map(minuteOf)
  if (minutes.includes(undefined)) return 'Each change must have a time of day.'
  if (new Set(minutes).size < minutes.length) return 'Two changes are at the same time.'
  const wrong = closedDaysOf(closedDays).find((day) => !isDay(day))
  if (wrong !== undefined) return `“${wrong}” must be a date such as 2026-12-25.`
  const many = closedDaysOf(closedDays).length > closedDaysMax
  return many ? `There must be at most ${closedDaysMax} closed days.` : undefined
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** The whole week, by rising minute. */
export function calendarBody(
  changes: readonly TypedChange[],
  closedDays: string,
): RequestOf<'setCalendar'>['body'] {
  return {
    changes: changes
      .map((change) => ({ minuteOfWeek: minuteOf(change) ?? 0, state: change.state }))
      .sort((a, b) => a.minuteOfWeek - b.minuteOfWeek),
    closedDays: closedDaysOf(closedDays),
  }
}
