import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { asFailure } from '../../client/failures'
import type { Rest } from '../../client/rest'
import type { AccountEvent } from '../../client/shapes'
import type { Stream } from '../../client/stream'
import { recall, remember } from '../look/memory'
import { weightOf } from './eventWords'

const recentMax = 100
const noticesMax = 4

/** What the positions of the account on the screen live through. */
export interface AccountEvents {
  /** Newest first. */
  readonly recent: Accessor<readonly AccountEvent[]>
  /** Margin calls, liquidations and their like that have come while the page looked on. */
  readonly notices: Accessor<readonly AccountEvent[]>
  /** What happened while nobody looked, newest first; empty once it has been dismissed. */
  readonly missed: Accessor<readonly AccountEvent[]>
  dismiss(event: AccountEvent): void
  dismissMissed(): void
}

/** @param connected whether the platform is heard: after an outage it is asked what was missed */
export function createAccountEvents(
  rest: Pick<Rest, 'eventsSinceLastSeen'>,
  stream: Pick<Stream, 'subscribe'>,
  id: Accessor<string | undefined>,
  connected: Accessor<boolean>,
): AccountEvents {
  const [recent, setRecent] = createSignal<readonly AccountEvent[]>([])
  const [notices, setNotices] = createSignal<readonly AccountEvent[]>([])
  const [missed, setMissed] = createSignal<readonly AccountEvent[]>([])
  const learn = (news: readonly AccountEvent[]) =>
    setRecent((known) => withEvents(known, news).slice(0, recentMax))
  const clear = () => {
    setRecent([])
    setNotices([])
    setMissed([])
  }
  createEffect(
    on(id, (account) => {
      clear()
      if (account === undefined) return
      const listener = {
        snapshot: (data: unknown) => void learn(data as AccountEvent[]),
        delta(data: unknown) {
          const news = data as AccountEvent[]
          learn(news)
          seen(account, news)
          const weighty = news.filter((event) => weightOf(event) !== 'note')
          setNotices((now) => [...weighty.toReversed(), ...now].slice(0, noticesMax))
        },
      }
      onCleanup(stream.subscribe(`account.${account}.events`, listener))
    }),
  )
  const askWhatWasMissed = async (account: string) => {
    const items = await rest.eventsSinceLastSeen(account).catch(asFailure)
    if (items instanceof Error || account !== id()) return
    setMissed(items.filter((event) => isNew(account, event)))
  }
  createEffect(
    on([createMemo(connected), id], ([isConnected, account]) => {
      if (isConnected && account !== undefined) void askWhatWasMissed(account)
    }),
  )
  return {
    recent,
    notices,
    missed,
    dismiss: (event) => void setNotices((now) => now.filter((each) => each !== event)),
    dismissMissed() {
      const account = id()
      if (account !== undefined) seen(account, missed())
      setMissed([])
    },
  }
}

/** Newest first, each once. */
export function withEvents(
  known: readonly AccountEvent[],
  news: readonly AccountEvent[],
): readonly AccountEvent[] {
  const all = new Map([...known, ...news].map((event) => [event.id, event]))
  return [...all.values()].sort((a, b) => b.sequence - a.sequence)
}

const place = (account: string) => `seen.${account}`

/** An event that was shown here is not news again. */
function seen(account: string, events: readonly AccountEvent[]): void {
  const newest = Math.max(Number(recall(place(account)) ?? 0), ...events.map((e) => e.sequence))
  remember(place(account), String(newest))
}

function isNew(account: string, event: AccountEvent): boolean {
  return event.sequence > Number(recall(place(account)) ?? 0)
}
