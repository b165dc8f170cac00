import { For, Match, Show, Switch, createSignal, onMount } from 'solid-js'
import { SecurityProvider, createSecurity } from '../account/security/security'
import { Empty } from '../look/states'
import { useTerminal } from '../terminal'
import { Feeds } from '../data/Feeds'
import { AnyAccount } from './AnyAccount'
import { Audit } from './Audit'
import { Barriers } from './Barriers'
import { Certificates } from './Certificates'
import { Markets } from './Markets'
import { Rates } from './Rates'
import { Reconciliation } from './Reconciliation'
import { Storage } from './Storage'
import { Users } from './Users'
import { Venue } from './Venue'

const parts = [
  ['markets', 'Markets'],
  ['feeds', 'Feeds'],
  ['accounts', 'Accounts'],
  ['users', 'Users'],
  ['barriers', 'Barriers'],
  ['reconciliation', 'Reconciliation'],
  ['certificates', 'Certificates'],
  ['venue', 'Venue'],
  ['rates', 'Rates'],
  ['storage', 'Storage'],
  ['audit', 'Audit'],
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
  const { frame, rest } = useTerminal()
  const security = createSecurity(rest)
  const [part, setPart] = createSignal<Part>('markets')
  onMount(() => void security.load())
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
        <SecurityProvider value={security}>
          <Content part={part()} />
        </SecurityProvider>
      </div>
    </main>
  )
}

function Content(props: { part: Part }) {
  return (
    <Switch>
      <Match when={props.part === 'markets'}>
        <Markets />
      </Match>
      <Match when={props.part === 'feeds'}>
        <Feeds />
      </Match>
      <Match when={props.part === 'accounts'}>
        <AnyAccount />
      </Match>
      <Match when={props.part === 'users'}>
        <Users />
      </Match>
      <Match when={props.part === 'barriers'}>
        <Barriers />
      </Match>
      <Match when={props.part === 'reconciliation'}>
        <Reconciliation />
      </Match>
      <Match when={props.part === 'certificates'}>
        <Certificates />
      </Match>
      <Match when={props.part === 'venue'}>
        <Venue />
      </Match>
      <Match when={props.part === 'rates'}>
        <Rates />
      </Match>
      <Match when={props.part === 'storage'}>
        <Storage />
      </Match>
      <Match when={props.part === 'audit'}>
        <Audit />
      </Match>
    </Switch>
  )
}
