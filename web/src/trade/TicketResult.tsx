import { For, Match, Show, Switch, createMemo } from 'solid-js'
import type { Failure } from '../../client/failures'
import { isLive, type Order } from '../../client/shapes'
import { grouped, statusWord } from '../look/format'
import { Reason } from '../look/states'
import { useTerminal } from '../terminal'
import { orderInWords } from './order'
import type { Sending } from './ticket'

/** What became of the order: sent, acknowledged, working; or why not, or that no one knows yet. */
export function TicketResult() {
  const { ticket, account } = useTerminal()
  const order = createMemo<Order | undefined>(() => {
    const now = ticket.sending()
    return now?.step === 'acknowledged' ? account.orders().get(now.orderId) : undefined
  })
  return (
    <div
      role="status"
      aria-live="polite"
      class="max-h-40 min-h-9 overflow-y-auto"
      data-testid="ticket-result"
      data-step={ticket.sending()?.step ?? 'none'}
      data-status={order()?.status ?? ''}
      data-order={order()?.id ?? ''}
    >
      <Show when={ticket.sending()}>
        {(sending) => (
          <div class="flex items-start gap-2 border-t border-line pt-2">
            <div class="min-w-0 flex-1">
              <p class="truncate">{orderInWords(sending().request)}</p>
              <Outcome sending={sending()} order={order()} />
            </div>
            <Show when={sending().step !== 'sent'}>
              <button
                type="button"
                class="quiet px-2"
                aria-label="Dismiss"
                onClick={() => ticket.dismiss()}
              >
                ×
              </button>
            </Show>
          </div>
        )}
      </Show>
    </div>
  )
}

function Outcome(props: { sending: Sending; order: Order | undefined }) {
  const failure = (step: 'refused' | 'unanswered') => {
    const now = props.sending
    return now.step === step ? now.failure : undefined
  }
  return (
    <Switch fallback={<Steps order={props.order} />}>
      <Match when={failure('refused')}>
        {(why) => (
          <>
            <p>Refused; nothing was changed.</p>
            <Reason failure={why()} />
          </>
        )}
      </Match>
      <Match when={failure('unanswered')}>{(why) => <Unanswered failure={why()} />}</Match>
    </Switch>
  )
}

function Unanswered(props: { failure: Failure }) {
  const { ticket } = useTerminal()
  return (
    <>
      <p class="text-warning">
        No answer came: the order may or may not be in the market. Sending the same order again is
        safe, it cannot be doubled.
      </p>
      <Reason failure={props.failure} />
      <button
        type="button"
        class="firm mt-1"
        onClick={() => void ticket.sendAgain()}
        data-testid="ticket-send-again"
      >
        Send the same order again
      </button>
    </>
  )
}

function Steps(props: { order: Order | undefined }) {
  const last = () => {
    const status = props.order?.status
    if (status === undefined) return 'Working'
    if (isLive(status) || status === 'filled') return statusWord(status)
    return `${statusWord(status)}, ${grouped(props.order?.filled ?? '0')} filled`
  }
  const steps = (): [string, boolean][] => [
    ['Sent', true],
    ['Acknowledged', props.order !== undefined],
    [last(), props.order !== undefined],
  ]
  return (
    <ol class="flex flex-wrap gap-x-3">
      <For each={steps()}>
        {([name, done]) => (
          <li class={done ? 'text-text' : 'text-muted'}>
            <span aria-hidden="true">{done ? '✓' : '·'}</span> {name}
          </li>
        )}
      </For>
    </ol>
  )
}
