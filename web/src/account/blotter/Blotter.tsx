import { For, Match, Show, Suspense, Switch, createMemo, lazy, type JSX } from 'solid-js'
import { Panel } from '../../frame/Panel'
import type { Blotter as Tab } from '../../frame/frame'
import type { Loader } from '../../look/loaded'
import { Empty, Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { decimal, isZero } from '../../../client/decimal'
import { Balances } from './Balances'
import { EquityHistory } from './EquityHistory'
import { Fills } from './Fills'
import { OpenOrders } from './OpenOrders'
import { OrderHistory } from './OrderHistory'
import { Positions } from './Positions'

const MarginView = lazy(() => import('../../margin/MarginView'))

const tabs: readonly [Tab, string][] = [
  ['positions', 'Positions'],
  ['orders', 'Orders'],
  ['fills', 'Fills'],
  ['history', 'History'],
  ['balances', 'Balances'],
  ['margin', 'Margin'],
  ['equity', 'Equity'],
]

/** What is mine: positions, open orders, fills, every order, balances, margin, equity. */
export function Blotter(props: { class: string }) {
  const { signedIn } = useTerminal()
  return (
    <Panel
      title="Account"
      quietTitle
      testid="blotter"
      live
      class={props.class}
      controls={<Tabs />}
    >
      <div id="blotter-list" role="tabpanel" class="min-h-0 flex-1 overflow-auto">
        <Show when={signedIn.session()} fallback={<Visitor />}>
          <Lists />
        </Show>
      </div>
    </Panel>
  )
}

function Tabs() {
  const { account, frame } = useTerminal()
  const openCount = () => account.open().length
  const held = createMemo(() => {
    const all = [...account.positions().values()]
    return all.filter((each) => !isZero(decimal(each.quantity))).length
  })
  const count = (tab: Tab) => {
    const many = { orders: openCount(), positions: held() }[tab as 'orders'] ?? 0
    return many > 0 ? ` ${many}` : ''
  }
  return (
    <>
      <div
        class="flex min-w-0 overflow-x-auto max-full:-ml-2"
        role="tablist"
        aria-label="Account lists"
      >
        <For each={tabs}>
          {([tab, name]) => (
            <button
              type="button"
              role="tab"
              class="quiet shrink-0 wide:max-full:px-1.5"
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
  )
}

function Lists() {
  const { account, frame } = useTerminal()
  return (
    <Switch>
      <Match when={frame.blotter() === 'positions'}>
        <List
          loader={account.positionsLoader}
          name="positions"
          count={account.positions().size}
          empty="No position is open. The first fill opens one."
        >
          <Positions />
        </List>
      </Match>
      <Match when={frame.blotter() === 'orders'}>
        <List
          loader={account.openLoader}
          name="orders"
          count={account.open().length}
          empty="No order is working. The ticket sends the next one."
        >
          <OpenOrders />
        </List>
      </Match>
      <Match when={frame.blotter() === 'fills'}>
        <List
          loader={account.fillsPages}
          name="fills"
          count={account.fills().length}
          empty="Nothing has been filled yet. An order at the market fills at once."
        >
          <Fills />
        </List>
      </Match>
      <Match when={frame.blotter() === 'history'}>
        <List
          loader={account.ordersPages}
          name="orders"
          count={account.history().length}
          empty="You have not sent an order yet. The ticket sends the first."
        >
          <OrderHistory />
        </List>
      </Match>
      <Match when={frame.blotter() === 'balances'}>
        <List
          loader={account.balancesLoader}
          name="balances"
          count={account.balances().length}
          empty="The account holds nothing yet. A deposit comes first."
        >
          <Balances />
        </List>
      </Match>
      <Match when={frame.blotter() === 'margin'}>
        <Suspense fallback={<Skeleton rows={4} />}>
          <MarginView />
        </Suspense>
      </Match>
      <Match when={frame.blotter() === 'equity'}>
        <EquityHistory />
      </Match>
    </Switch>
  )
}

interface ListProps {
  readonly loader: Loader<unknown>
  readonly name: string
  readonly count: number
  readonly empty: string
  readonly children: JSX.Element
}

/** The four states; what the stream has brought is shown even while the request is under way. */
function List(props: ListProps) {
  const loaded = () => props.loader.loaded()
  const failure = () => {
    const now = loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Switch fallback={<Empty says={props.empty} />}>
      <Match when={props.count > 0}>{props.children}</Match>
      <Match when={loaded().state === 'loading'}>
        <Skeleton rows={4} />
      </Match>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what={`Your ${props.name} did not load.`}
            failure={why()}
            retry={() => void props.loader.load()}
          />
        )}
      </Match>
    </Switch>
  )
}

function Visitor() {
  const { frame } = useTerminal()
  return (
    <Empty says="Sign in to see your positions, orders, fills and balances.">
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
