import { For, Show, createSignal } from 'solid-js'
import type { Failure } from '../../../client/failures'
import { Modal } from '../../look/Modal'
import { Reason } from '../../look/states'
import { useTerminal } from '../../terminal'

const atOnce = 8

/** Cancels exactly the orders that it named when it opened; later ones are left alone. */
export function CancelOrders(props: { symbol?: string }) {
  const { account, frame } = useTerminal()
  const named = account
    .open()
    .filter((order) => props.symbol === undefined || order.symbol === props.symbol)
  const where = props.symbol === undefined ? '' : ` ${props.symbol}`
  const what = `Cancel ${named.length}${where} ${named.length === 1 ? 'order' : 'orders'}`
  const [done, setDone] = createSignal<number | undefined>()
  const [failures, setFailures] = createSignal<readonly Failure[]>([])

  const cancelAll = async () => {
    const waiting = [...named]
    setDone(0)
    setFailures([])
    const worker = async () => {
      for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
        const failure = await account.cancel(order.id)
        setDone((count) => (count ?? 0) + 1)
        if (failure !== undefined) setFailures((all) => [...all, failure])
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    if (failures().length === 0) frame.close()
  }

  return (
    <Modal title={what} class="w-[400px] p-4" close={() => frame.close()}>
      <h2 class="font-semibold">{named.length === 0 ? 'Nothing to cancel' : `${what}?`}</h2>
      <p class="mt-2 text-muted">
        {named.length === 0
          ? `You have no working order${props.symbol === undefined ? '' : ` in${where}`}.`
          : 'They leave the market at once. What has been filled stays filled.'}
      </p>
      <For each={failures().slice(0, 3)}>
        {(failure) => (
          <div class="mt-2" role="alert">
            <Reason failure={failure} />
          </div>
        )}
      </For>
      <div class="mt-4 flex justify-end gap-2">
        <button type="button" class="firm" data-autofocus onClick={() => frame.close()}>
          {named.length === 0 || failures().length > 0 ? 'Close' : 'Keep them'}
        </button>
        <Show when={named.length > 0 && failures().length === 0}>
          <button
            type="button"
            class="firm border-danger text-danger-text"
            disabled={done() !== undefined}
            onClick={() => void cancelAll()}
            data-testid="cancel-all-confirm"
          >
            {done() === undefined ? what : `${done()} of ${named.length} canceled`}
          </button>
        </Show>
      </div>
    </Modal>
  )
}
