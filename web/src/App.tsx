import {
  Match,
  Show,
  Suspense,
  Switch,
  createEffect,
  createMemo,
  lazy,
  on,
  onCleanup,
  onMount,
  untrack,
} from 'solid-js'
import { isWaiting, takeArrival } from './account/security/arrival'
import { Desk } from './frame/Desk'
import { Overlays } from './frame/Overlays'
import { listenForKeys } from './frame/keyboard'
import { TopBar } from './frame/TopBar'
import { Skeleton } from './look/states'
import { Notices } from './margin/Notices'
import { TerminalProvider, createTerminal } from './terminal'

const relistEveryMs = 30_000

const MarketData = lazy(() => import('./data/MarketData'))
const Analysis = lazy(() => import('./analysis/Analysis'))
const Operate = lazy(() => import('./operate/Operate'))

export function App() {
  takeArrival()
  const terminal = createTerminal()
  const { stream, connection, instruments, instrument, frame } = terminal
  onMount(() => {
    stream.start()
    void instruments.load()
    const backToLink = isWaiting('linked') || isWaiting('telegram')
    if (backToLink && terminal.signedIn.session() !== undefined) frame.open('security')
    onCleanup(listenForKeys(terminal))
  })
  onCleanup(() => stream.stop())
  // Markets come and go: asked for after an outage, and now and then.
  const round = createMemo(() => Math.floor(connection.now() / relistEveryMs))
  const isConnected = createMemo(() => connection.status().link === 'connected')
  createEffect(
    on(
      [isConnected, round],
      ([connected]) => {
        if (connected) void instruments.load()
      },
      { defer: true },
    ),
  )
  // Whoever signs out leaves the operator's screens, and what was open of the account.
  createEffect(() => {
    if (terminal.signedIn.session() !== undefined) return
    if (untrack(frame.view) === 'operate') frame.look('trade')
    frame.close()
  })
  const stale = createMemo(() => connection.staleForMs() !== undefined)
  createEffect(() => {
    document.documentElement.dataset['stale'] = String(stale())
  })
  createEffect(() => {
    document.title = instrument() === undefined ? 'Ratel' : `${instrument()?.symbol} · Ratel`
  })
  return (
    <TerminalProvider value={terminal}>
      <div class="flex h-full flex-col">
        <TopBar />
        <Show when={frame.view() !== 'trade'} fallback={<Desk />}>
          <Suspense fallback={<Skeleton rows={8} />}>
            <Switch fallback={<MarketData />}>
              <Match when={frame.view() === 'operate'}>
                <Operate />
              </Match>
              <Match when={frame.view() === 'analysis'}>
                <Analysis />
              </Match>
            </Switch>
          </Suspense>
        </Show>
      </div>
      <Notices />
      <Overlays />
    </TerminalProvider>
  )
}
