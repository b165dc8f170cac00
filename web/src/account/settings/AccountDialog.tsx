import { For, Match, Switch, createSignal } from 'solid-js'
import { Modal } from '../../look/Modal'
import { useTerminal } from '../../terminal'
import { nameOf } from '../accounts'
import { LimitsForm } from './LimitsForm'
import { Safety } from './Safety'
import { Trading } from './Trading'
import { SubAccount, Transfer } from './Transfer'

const parts = [
  ['trading', 'Trading'],
  ['limits', 'Limits'],
  ['safety', 'Safety'],
  ['transfer', 'Transfer'],
  ['accounts', 'New account'],
] as const

type Part = (typeof parts)[number][0]

/** How the account on the screen trades, and what its owner may do with it besides trading. */
export default function AccountDialog() {
  const { frame, accounts, account } = useTerminal()
  const [part, setPart] = createSignal<Part>('trading')
  const name = () => {
    const here = accounts.all().find((each) => each.id === account.id())
    return here === undefined ? '' : nameOf(here)
  }
  return (
    <Modal
      title={`Set up ${name()}`}
      class="h-[560px] max-h-[calc(100dvh-24px)] w-[640px] overflow-hidden"
      close={() => frame.close()}
    >
      <div class="flex h-full flex-col" data-testid="account-dialog">
        <header class="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
          <h2 class="min-w-0 truncate font-semibold outline-none" tabindex="-1" data-autofocus>
            Set up {name()}
          </h2>
          <span class="text-muted">{account.id()}</span>
          <button
            type="button"
            class="quiet ml-auto"
            onClick={() => frame.close()}
            data-testid="account-close"
          >
            Close
          </button>
        </header>
        <div class="flex min-h-0 flex-1 max-wide:flex-col">
          <Tabs part={part()} choose={setPart} />
          <div class="min-h-0 min-w-0 flex-1 overflow-y-auto p-4" role="tabpanel">
            <Switch>
              <Match when={part() === 'trading'}>
                <Trading />
              </Match>
              <Match when={part() === 'limits'}>
                <LimitsForm accountId={account.id() ?? ''} />
              </Match>
              <Match when={part() === 'safety'}>
                <Safety />
              </Match>
              <Match when={part() === 'transfer'}>
                <Transfer />
              </Match>
              <Match when={part() === 'accounts'}>
                <SubAccount />
              </Match>
            </Switch>
          </div>
        </div>
      </div>
    </Modal>
  )
}

function Tabs(props: { part: Part; choose(part: Part): void }) {
  return (
    <nav
      class="flex shrink-0 gap-0.5 border-line p-2 wide:w-36 wide:flex-col wide:border-r
        max-wide:overflow-x-auto max-wide:border-b"
      role="tablist"
      aria-label="What to set up"
    >
      <For each={parts}>
        {([each, title]) => (
          <button
            type="button"
            role="tab"
            class="quiet shrink-0 text-left"
            aria-selected={props.part === each}
            onClick={() => props.choose(each)}
            data-testid={`account-${each}`}
          >
            {title}
          </button>
        )}
      </For>
    </nav>
  )
}
