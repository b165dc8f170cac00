import { For } from 'solid-js'
import { Modal } from '../look/Modal'
import { useTerminal } from '../terminal'
import { actions, localKeys } from './actions'

export function ShortcutSheet() {
  const { frame } = useTerminal()
  const rows = [
    ...localKeys,
    ...actions.filter((each) => each.keys !== '').map((each) => [each.keys, each.title] as const),
  ]
  return (
    <Modal title="Keyboard shortcuts" class="w-[520px] p-4" close={() => frame.close()}>
      <h2 class="mb-3 font-semibold">Keyboard shortcuts</h2>
      <dl class="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        <For each={rows}>
          {([keys, title]) => (
            <>
              <dt>
                <kbd class="rounded-sm border border-line bg-raised px-1.5 py-0.5">{keys}</kbd>
              </dt>
              <dd class="text-muted">{title}</dd>
            </>
          )}
        </For>
      </dl>
      <p class="mt-4 border-t border-line pt-3 text-muted">
        Charts by{' '}
        <a
          class="text-accent underline"
          href="https://www.tradingview.com/"
          target="_blank"
          rel="noopener noreferrer"
        >
          TradingView Lightweight Charts
        </a>
        , Apache 2.0.
      </p>
    </Modal>
  )
}
