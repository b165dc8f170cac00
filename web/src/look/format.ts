import { decimal, formatDecimal, parseDecimal, rescale } from '../../client/decimal'

/** What is shown where a value is not known. */
export const unknown = '—'

/** Groups the whole digits by thousands: `1234567.50` is `1,234,567.50`. */
export function grouped(text: string): string {
  const point = text.indexOf('.')
  const whole = point < 0 ? text : text.slice(0, point)
  const rest = point < 0 ? '' : text.slice(point)
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest
}

/** A number with at least `scale` decimals, grouped; more are kept, so nothing is hidden. */
export function atScale(text: string, scale: number): string {
  const value = decimal(text)
  return grouped(value.scale < scale ? formatDecimal(rescale(value, scale, 'down')) : text)
}

/** How many decimals a step such as `0.0100` has without its trailing zeros. */
export function scaleOf(step: string): number {
  const trimmed = step.includes('.') ? step.replace(/0+$/, '') : step
  return parseDecimal(trimmed.replace(/\.$/, ''))?.scale ?? 0
}

/** A share as percent with a sign, `+1.25 %`; the sign says the direction without colour. */
export function percent(share: number): string {
  const text = Math.abs(share * 100).toFixed(2)
  const sign = text === '0.00' ? '' : share > 0 ? '+' : '−'
  return `${sign}${text} %`
}

/** `11:38:48` in UTC. */
export function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19)
}

/** `2 Mar 11:38:48` in UTC. */
export function dayTime(iso: string): string {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return unknown
  return `${day.format(ms)} ${clockTime(ms)}`
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** An age in its largest unit: `3 s`, `12 min`, `5 h`, `9 d`. */
export function age(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h`
  return `${Math.floor(seconds / 86_400)} d`
}

/** Where two texts of equal length begin to differ; 0 when they cannot be compared. */
export function firstChange(before: string | undefined, now: string): number {
  if (before?.length !== now.length) return 0
  let at = 0
  while (at < now.length && before[at] === now[at]) at += 1
  return at
}

const statusWords: Record<string, string> = {
  pending: 'Pending',
  open: 'Working',
  partiallyFilled: 'Partly filled',
  filled: 'Filled',
  canceled: 'Canceled',
  rejected: 'Rejected',
  expired: 'Expired',
}

export function statusWord(status: string): string {
  return statusWords[status] ?? status
}
