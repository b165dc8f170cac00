import { For, Show, createMemo, createSignal } from 'solid-js'
import { matches, venueOf } from '../market/instruments'
import { Modal } from '../look/Modal'
import { useTerminal, type Terminal } from '../terminal'
import { accountActions, actions } from './actions'

interface Entry {
  readonly title: string
  readonly aside: string
  run(): void
}

const shownMax = 12

/** Markets and actions by name: one place to go anywhere without the mouse. */
export function Palette() {
  const terminal = useTerminal()
  const [query, setQuery] = createSignal('')
  const [at, setAt] = createSignal(0)
  const entries = createMemo(() => entriesFor(terminal, query().trim()))

  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return
    terminal.frame.close()
    // The dialog gives the focus back when it closes; only then may an action move it.
    queueMicrotask(() => entry.run())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const count = Math.max(1, entries().length)
      setAt((now) => (now + step + count) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries()[at()])
    }
  }

  return (
    <Modal
      title="Go to a market or action"
      class="mt-16 w-[480px] overflow-hidden"
      close={() => terminal.frame.close()}
    >
      <input
        data-autofocus
        data-testid="palette-query"
        class="h-11 w-full border-b border-line bg-transparent px-3 outline-none"
        placeholder="Market or action"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-entries"
        aria-activedescendant={`palette-entry-${at()}`}
        aria-label="Market or action"
        autocomplete="off"
        spellcheck={false}
        value={query()}
        onInput={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-entries" role="listbox" aria-label="Results" class="p-1">
        <For each={entries()}>
          {(entry, i) => (
            <li
              id={`palette-entry-${i()}`}
              role="option"
              aria-selected={i() === at()}
              class="flex h-8 items-center justify-between gap-4 rounded-md px-2
                aria-selected:bg-raised pointer-coarse:h-11"
              onPointerMove={() => setAt(i())}
              onClick={() => choose(entry)}
            >
              <span class="truncate">{entry.title}</span>
              <span class="shrink-0 text-muted">{entry.aside}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={entries().length === 0}>
        <p class="px-3 pb-3 text-muted">Nothing is called “{query()}”. Try a symbol such as BTC.</p>
      </Show>
    </Modal>
  )
}

function entriesFor(terminal: Terminal, query: string): readonly Entry[] {
  const markets = (terminal.instruments.value() ?? [])
    .filter((each) => matches(each, query))
    .map((each) => ({
      title: each.symbol,
      aside: each.tradable ? each.kind : `${venueOf(each) || 'Ratel'}, data only`,
      run: () => {
        terminal.route.open(each.symbol)
        terminal.frame.look('trade')
        terminal.frame.show('chart')
      },
    }))
  const words = query.toLowerCase()
  const named = [...actions, ...accountActions(terminal)]
    .filter((each) => each.title.toLowerCase().includes(words))
    .map((each) => ({ title: each.title, aside: each.keys, run: () => each.run(terminal) }))
  return query === ''
    ? [...markets.slice(0, 6), ...named].slice(0, shownMax)
    : [...markets, ...named].slice(0, shownMax)
}
