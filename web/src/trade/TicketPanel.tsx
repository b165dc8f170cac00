import { Match, Show, Switch } from 'solid-js'
import { SignIn } from '../account/SignIn'
import { nameOf } from '../account/accounts'
import { Panel } from '../frame/Panel'
import { Empty, Skeleton } from '../look/states'
import { BestPrice } from '../market/best/BestPrice'
import { StateBadge } from '../market/StateBadge'
import { stateSays } from '../market/states'
import { useTerminal } from '../terminal'
import { OrderTicket } from './OrderTicket'

/** Where an order is written; a visitor signs in here first. */
export function TicketPanel(props: { class: string }) {
  const { signedIn, instrument, accounts } = useTerminal()
  const accountName = () => {
    const chosen = accounts.all().find((each) => each.id === accounts.chosen())
    return chosen === undefined ? '' : nameOf(chosen)
  }
  return (
    <Panel
      title="Ticket"
      testid="ticket"
      class={`wide:max-h-[70%] wide:min-h-[332px] ${props.class}`}
      controls={
        <>
          <span class="text-muted">{instrument()?.symbol}</span>
          <Show when={accounts.all().length > 1}>
            <span class="ml-auto truncate text-muted" title="The account that orders are sent for">
              {accountName()}
            </span>
          </Show>
        </>
      }
    >
      <BestPrice />
      <Switch>
        <Match when={signedIn.session() === undefined}>
          <SignIn />
        </Match>
        <Match when={instrument()?.tradable === false}>
          <Empty
            says={`${instrument()?.symbol} is shown as data only: orders cannot be sent there yet.`}
          />
        </Match>
        <Match when={instrument()}>
          {(market) => (
            <>
              <Show when={market().state !== 'open'}>
                <p
                  class="flex flex-wrap gap-x-2 border-b border-line bg-raised px-3 py-1.5"
                  role="status"
                  data-testid="ticket-state"
                >
                  <StateBadge state={market().state} />
                  <span class="text-muted">{stateSays(market().state)}</span>
                </p>
              </Show>
              <OrderTicket instrument={market()} />
            </>
          )}
        </Match>
        <Match when={true}>
          <Skeleton rows={6} />
        </Match>
      </Switch>
    </Panel>
  )
}
