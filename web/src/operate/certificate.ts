import type { AnswerOf } from '../../client/rest'

export type Listed = AnswerOf<'listCertificates'>['items'][number]

/** How much of a certificate's life is left, from 0 to 1. */
export function shareLeft(one: Listed, nowMs: number): number {
  const [begin, end] = [Date.parse(one.notBefore), Date.parse(one.notAfter)]
  return Math.min(1, Math.max(0, (end - nowMs) / Math.max(1, end - begin)))
}

export type Standing = 'good' | 'due' | 'late' | 'ended' | 'revoked'

/** Renewal is at half of a life; a machine whose tenth is left has not managed it. */
export function standing(one: Listed, nowMs: number): Standing {
  if (one.revokedAt !== null) return 'revoked'
  const left = shareLeft(one, nowMs)
  if (left === 0) return 'ended'
  if (left <= 0.1) return 'late'
  return left <= 0.4 ? 'due' : 'good'
}

/** In the two greatest units. */
export function timeLeft(one: Listed, nowMs: number): string {
  const minutes = Math.floor((Date.parse(one.notAfter) - nowMs) / 60_000)
  if (minutes < 0) return 'ended'
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  if (days > 0) return `${days} d ${hours} h`
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`
}

export const kinds = [
  ['node', 'Node'],
  ['gateway', 'Gateway'],
  ['database', 'Database'],
  ['client', 'Client'],
  ['user-container', 'User container'],
  ['operator', 'Operator'],
] as const

export type Kind = (typeof kinds)[number][0]

/** Those that are called have hosts, others have none. */
export function isCalled(kind: Kind): boolean {
  return kind === 'node' || kind === 'gateway' || kind === 'database'
}

export function hostsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((each) => each !== '')
}

/** What is wrong with a name; nothing is said of one that has not been typed yet. */
export function nameFault(text: string): string | undefined {
  if (text === '' || /^[A-Za-z0-9._-]{1,63}$/.test(text)) return undefined
  return 'Must be 1 to 63 letters, digits, dots, dashes and underscores.'
}
