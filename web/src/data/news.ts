import type { AnswerOf } from '../../client/rest'

export type Item = AnswerOf<'listNews'>['items'][number]
export type Entry = AnswerOf<'listCalendar'>['items'][number]

/** An address that may be opened: a source could write anything; undefined for all but the web. */
export function safeLink(link: string | null): string | undefined {
  if (link === null || !URL.canParse(link)) return undefined
  const { protocol, href } = new URL(link)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

const importances = ['not said', 'low', 'medium', 'high']

export function importanceWord(importance: number): string {
  return importances[importance] ?? String(importance)
}

/** The days that begin with the one that `nowMs` is in, in UTC. */
export function daysFrom(
  nowMs: number,
  days: number,
): { readonly from: string; readonly to: string } {
  const dayMs = 86_400_000
  const start = Math.floor(nowMs / dayMs) * dayMs
  return {
    from: new Date(start).toISOString(),
    to: new Date(start + days * dayMs).toISOString(),
  }
}
