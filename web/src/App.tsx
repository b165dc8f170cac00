import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { Desk } from './frame/Desk'
import { Overlays } from './frame/Overlays'
import { listenForKeys } from './frame/keyboard'
import { TopBar } from './frame/TopBar'
import { TerminalProvider, createTerminal } from './terminal'

export function App() {
  const terminal = createTerminal()
  const { stream, connection, instruments, instrument } = terminal
  onMount(() => {
    stream.start()
    void instruments.load()
    onCleanup(listenForKeys(terminal))
  })
  onCleanup(() => stream.stop())
  // After an outage, what a request could not bring is asked for again.
  createEffect(
    on(
      () => connection.status().link === 'connected',
      (connected) => {
        if (connected) void instruments.load()
      },
      { defer: true },
    ),
  )
  createEffect(() => {
    document.documentElement.dataset['stale'] = String(connection.staleForMs() !== undefined)
  })
  createEffect(() => {
    document.title = instrument() === undefined ? 'Ratel' : `${instrument()?.symbol} · Ratel`
  })
  return (
    <TerminalProvider value={terminal}>
      <div class="flex h-full flex-col">
        <TopBar />
        <Desk />
      </div>
      <Overlays />
    </TerminalProvider>
  )
}
