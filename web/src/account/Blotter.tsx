import { For, Match, Show, Switch, type JSX } from 'solid-js'
import type { Loaded } from '../look/loaded'
import { Empty, Failed, Skeleton } from '../look/states'
import { Panel } from '../frame/Panel'
import type { Blotter as Tab } from '../frame/frame'
import { useTerminal } from '../terminal'
import { Balances, Fills, OrderHistory } from './lists'
import { OpenOrders } from './OpenOrders'

const tabs: readonly [Tab, string][] = [
  ['orders', 'Orders'],
  ['fills', 'Fills'],
  ['history', 'History'],
  ['balances', 'Balances'],
]

/** What is mine: open orders, fills, every order, balances. */
export function Blotter(props: { class: string }) {
  const { account, signedIn, frame } = useTerminal()
  const openCount = () => account.open().length
  const count = (tab: Tab) => (tab === 'orders' && openCount() > 0 ? ` ${openCount()}` : '')
  return (
    <Panel
      title="Account"
      testid="blotter"
      live
      class={props.class}
      controls={
        <>
          <div class="flex min-w-0 overflow-x-auto" role="tablist" aria-label="Account lists">
            <For each={tabs}>
              {([tab, name]) => (
                <button
                  type="button"
                  role="tab"
                  class="quiet"
                  aria-selected={frame.blotter() === tab}
                  aria-controls="blotter-list"
                  onClick={() => frame.showBlotter(tab)}
                  data-testid={`tab-${tab}`}
                >
                  {name}
                  {count(tab)}
                </button>
              )}
            </For>
          </div>
          <Show when={frame.blotter() === 'orders' && openCount() > 1}>
            <button
              type="button"
              class="quiet ml-auto text-danger-text"
              onClick={() => frame.open('cancel-all')}
              data-testid="cancel-all"
            >
              Cancel {openCount()} orders
            </button>
          </Show>
        </>
      }
    >
      <div id="blotter-list" role="tabpanel" class="min-h-0 flex-1 overflow-auto">
        <Show when={signedIn.session()} fallback={<Visitor />}>
          <Switch>
            <Match when={frame.blotter() === 'orders'}>
              <List
                loaded={account.ordersLoader.loaded()}
                failed="Your orders did not load."
                retry={() => void account.ordersLoader.load()}
                count={openCount()}
                empty="No order is working. The ticket sends the next one."
              >
                <OpenOrders />
              </List>
            </Match>
            <Match when={frame.blotter() === 'fills'}>
              <List
                loaded={account.fillsLoader.loaded()}
                failed="Your fills did not load."
                retry={() => void account.fillsLoader.load()}
                count={account.fills().length}
                empty="Nothing has been filled yet. An order at the market fills at once."
              >
                <Fills />
              </List>
            </Match>
            <Match when={frame.blotter() === 'history'}>
              <List
                loaded={account.ordersLoader.loaded()}
                failed="Your orders did not load."
                retry={() => void account.ordersLoader.load()}
                count={account.history().length}
                empty="You have not sent an order yet. The ticket sends the first."
              >
                <OrderHistory />
              </List>
            </Match>
            <Match when={frame.blotter() === 'balances'}>
              <List
                loaded={account.balancesLoader.loaded()}
                failed="Your balances did not load."
                retry={() => void account.balancesLoader.load()}
                count={account.balances().length}
                empty="The account holds nothing yet. A deposit comes first."
              >
                <Balances />
              </List>
            </Match>
          </Switch>
        </Show>
      </div>
    </Panel>
  )
}

interface ListProps {
  readonly loaded: Loaded<unknown>
  readonly failed: string
  readonly count: number
  readonly empty: string
  readonly children: JSX.Element
  retry(): void
}

/** The four states; what the stream has brought is shown even while the request is under way. */
function List(props: ListProps) {
  const failure = () => (props.loaded.state === 'failed' ? props.loaded.failure : undefined)
  return (
    <Switch>
      <Match when={props.count > 0}>{props.children}</Match>
      <Match when={props.loaded.state === 'loading'}>
        <Skeleton rows={4} />
      </Match>
      <Match when={failure()}>
        {(why) => <Failed what={props.failed} failure={why()} retry={() => props.retry()} />}
      </Match>
      <Match when={true}>
        <Empty says={props.empty} />
      </Match>
    </Switch>
  )
}

function Visitor() {
  const { frame } = useTerminal()
  return (
    <Empty says="Sign in to see your orders, fills and balances.">
      <button
        type="button"
        class="firm"
        onClick={() => frame.focus('trade', '[data-testid=sign-in-email]')}
      >
        Sign in
      </button>
    </Empty>
  )
}
