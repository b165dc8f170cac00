import type { RequestOf } from '../../../client/rest'
import { fromBase64 } from './base64'

type TelegramUser = RequestOf<'signInWithTelegram'>['body']

/** With what a browser came back from elsewhere. */
export type Arrival =
  | { readonly kind: 'google' }
  | { readonly kind: 'linked' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'telegram'; readonly user: TelegramUser }

const telegramHash = 'tgAuthResult='

const reasons: Record<string, string> = {
  STATE: 'It was begun in another browser or too long ago. Try again from here.',
  DENIED: 'It was left there. Nothing has changed.',
  CODE: 'Google did not confirm it. Try again.',
  TOKEN: 'What Google said was not for this sign-in. Try again.',
  UNVERIFIED: 'Google has not made sure of your address: confirm it there first.',
  UNREACHABLE: 'Google does not answer now. Try again later, or sign in another way.',
  NO_USER: 'It belongs to no user here. Sign in another way, then link it under Security.',
  NOT_LINKED: 'It is linked to a user already, or you have another one linked.',
}

/** What a reason of the platform means to a person. */
export function reasonText(reason: string): string {
  return reasons[reason] ?? 'It did not work out. Try again.'
}

/** Reads an address, and says what it is without what was read. */
export function arrivalIn(href: string): { arrival: Arrival | undefined; rest: string } {
  const url = new URL(href)
  const { searchParams } = url
  const arrival = readArrival(url)
  for (const name of ['signed-in', 'linked', 'sign-in-failed']) searchParams.delete(name)
  if (arrival?.kind === 'telegram') url.hash = ''
  const query = searchParams.toString().replaceAll('%3A', ':')
  return { arrival, rest: url.pathname + (query === '' ? '' : `?${query}`) + url.hash }
}

function readArrival({ searchParams, hash }: URL): Arrival | undefined {
  const failed = searchParams.get('sign-in-failed')
  if (failed !== null) return { kind: 'failed', reason: failed }
  if (searchParams.get('signed-in') === 'google') return { kind: 'google' }
  if (searchParams.get('linked') === 'google') return { kind: 'linked' }
  const at = hash.indexOf(telegramHash)
  const user = at < 0 ? undefined : telegramUser(hash.slice(at + telegramHash.length))
  return user === undefined ? undefined : { kind: 'telegram', user }
}

function telegramUser(text: string): TelegramUser | undefined {
  try {
    const json = new TextDecoder().decode(fromBase64(text.replace(/=+$/, '')))
    const user: unknown = JSON.parse(json)
    return typeof user === 'object' && user !== null ? (user as TelegramUser) : undefined
  } catch {
    return undefined
  }
}

/** Where Telegram asks a person and sends the browser back from. */
export function telegramAddress(botId: string, origin: string): string {
  const query = new URLSearchParams({ bot_id: botId, origin, return_to: `${origin}/` })
  return `https://oauth.telegram.org/auth?${query.toString()}`
}

let taken: Arrival | undefined

/** Takes the arrival out of the page's address, once, before anything else reads that. */
export function takeArrival(): Arrival | undefined {
  const { arrival, rest } = arrivalIn(location.href)
  if (arrival !== undefined) history.replaceState(null, '', rest)
  taken = arrival
  return arrival
}

/** Whether one of this kind waits to be used. */
export function isWaiting(kind: Arrival['kind']): boolean {
  return taken?.kind === kind
}

/** The one that was taken, until somebody has used it. */
export function useArrival<Kind extends Arrival['kind']>(
  kind: Kind,
): Extract<Arrival, { kind: Kind }> | undefined {
  if (taken?.kind !== kind) return undefined
  const arrival = taken as Extract<Arrival, { kind: Kind }>
  taken = undefined
  return arrival
}
