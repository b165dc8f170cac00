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
    <Modal
      title="Keyboard shortcuts"
      class="max-h-[calc(100vh-24px)] w-[880px] overflow-y-auto p-4"
      close={() => frame.close()}
    >
      <h2 class="mb-3 font-semibold outline-none" data-autofocus tabindex="-1">
        Keyboard shortcuts
      </h2>
      <dl class="gap-x-8 wide:columns-2">
        <For each={rows}>
          {([keys, title]) => (
            <div class="grid break-inside-avoid grid-cols-[88px_1fr] gap-x-3 py-1">
              <dt>
                <kbd
                  class="rounded-sm border border-line bg-raised px-1.5 py-0.5 whitespace-nowrap"
                >
                  {keys}
                </kbd>
              </dt>
              <dd class="text-muted">{title}</dd>
            </div>
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
