import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { Stream } from '../../client/stream'
import { withFirings, type Firing } from './alerts'

const recentMax = 50
const noticesMax = 3

/** What fires for the person who is signed in. */
export interface AlertNews {
  /** Newest first. */
  readonly recent: Accessor<readonly Firing[]>
  /** What fired while the page looked on, until it is dismissed. */
  readonly notices: Accessor<readonly Firing[]>
  dismiss(firing: Firing): void
}

/** @param userId undefined while nobody is signed in */
export function createAlertNews(
  stream: Pick<Stream, 'subscribe'>,
  userId: Accessor<string | undefined>,
): AlertNews {
  const [recent, setRecent] = createSignal<readonly Firing[]>([])
  const [notices, setNotices] = createSignal<readonly Firing[]>([])
  const learn = (news: readonly Firing[]) =>
    setRecent((known) => withFirings(known, news).slice(0, recentMax))
  createEffect(
    on(createMemo(userId), (user) => {
      setRecent([])
      setNotices([])
      if (user === undefined) return
      onCleanup(
        stream.subscribe(`user.${user}.alerts`, {
          snapshot: (data: unknown) => void learn(data as Firing[]),
          delta(data: unknown) {
            const news = data as Firing[]
            learn(news)
            setNotices((now) => [...news.toReversed(), ...now].slice(0, noticesMax))
          },
        }),
      )
    }),
  )
  return {
    recent,
    notices,
    dismiss: (firing) => void setNotices((now) => now.filter((each) => each !== firing)),
  }
}
