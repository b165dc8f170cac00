import { For, Match, Show, Switch, createSignal } from 'solid-js'
import { Empty } from '../look/states'
import { useTerminal } from '../terminal'
import { AnyAccount } from './AnyAccount'
import { Markets } from './Markets'
import { Reconciliation } from './Reconciliation'
import { Users } from './Users'
import { Venue } from './Venue'

const parts = [
  ['markets', 'Markets'],
  ['accounts', 'Accounts'],
  ['users', 'Users'],
  ['reconciliation', 'Reconciliation'],
  ['venue', 'Venue'],
] as const

type Part = (typeof parts)[number][0]

/** What the operator of the venue sets and does; the platform asks who it is each time. */
export default function Operate() {
  const { role } = useTerminal()
  return (
    <Show
      when={role() === 'OPERATOR'}
      fallback={<Empty says="Only an operator of this venue sees more here." />}
    >
      <Desk />
    </Show>
  )
}

function Desk() {
  const { frame } = useTerminal()
  const [part, setPart] = createSignal<Part>('markets')
  return (
    <main class="flex min-h-0 flex-1 flex-col bg-panel" data-testid="operate">
      <header
        class="flex min-h-10 shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-3"
      >
        <h2 class="mr-2 font-semibold max-wide:sr-only">Operate</h2>
        <div class="flex" role="tablist" aria-label="What to operate">
          <For each={parts}>
            {([each, name]) => (
              <button
                type="button"
                role="tab"
                class="quiet"
                aria-selected={part() === each}
                onClick={() => setPart(each)}
                data-testid={`operate-${each}`}
              >
                {name}
              </button>
            )}
          </For>
        </div>
        <button
          type="button"
          class="quiet ml-auto max-wide:hidden"
          onClick={() => frame.look('trade')}
          data-testid="operate-close"
        >
          Back to trading
        </button>
      </header>
      <div class="min-h-0 flex-1 overflow-auto" role="tabpanel">
        <Switch>
          <Match when={part() === 'markets'}>
            <Markets />
          </Match>
          <Match when={part() === 'accounts'}>
            <AnyAccount />
          </Match>
          <Match when={part() === 'users'}>
            <Users />
          </Match>
          <Match when={part() === 'reconciliation'}>
            <Reconciliation />
          </Match>
          <Match when={part() === 'venue'}>
            <Venue />
          </Match>
        </Switch>
      </div>
    </main>
  )
}
