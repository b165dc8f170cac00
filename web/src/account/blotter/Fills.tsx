import { For, Show, createSignal } from 'solid-js'
import { NoAnswer, asFailure, type Failure } from '../../../client/failures'
import { OlderRows } from '../../look/OlderRows'
import { Reason } from '../../look/states'
import { useTerminal } from '../../terminal'
import { Grid, extra, type Column } from './Grid'
import { FeeCell, NumberCell, PriceCell, SideCell, SymbolCell, TimeCell, WordsCell } from './cells'

const columns: readonly Column[] = [
  { head: 'Time UTC', words: true, extra: true },
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Price' },
  { head: 'Size' },
  { head: 'Fee' },
  { head: 'Asset', words: true, extra: true },
  { head: 'Role', words: true, extra: true },
  { head: 'Order', words: true, extra: true },
]

export function Fills() {
  const { account } = useTerminal()
  return (
    <>
      <Grid caption="Fills, newest first" columns={columns}>
        <For each={account.fills()}>
          {(fill) => (
            <tr class="h-6 hover:bg-raised" data-testid="fill-row" data-order={fill.orderId}>
              <TimeCell time={fill.time} />
              <SymbolCell symbol={fill.symbol} />
              <SideCell side={fill.side} />
              <PriceCell text={fill.price} symbol={fill.symbol} />
              <NumberCell text={fill.quantity} />
              <FeeCell text={fill.fee} />
              <WordsCell class={extra}>{fill.feeAsset}</WordsCell>
              <WordsCell class={`capitalize ${extra}`}>{fill.liquidity}</WordsCell>
              <WordsCell class={`text-digits tabular-nums ${extra}`}>{fill.orderId}</WordsCell>
            </tr>
          )}
        </For>
      </Grid>
      <OlderRows pages={account.fillsPages} name="fills" api="/v1/trades" />
      <Export />
    </>
  )
}

/** Saves the last 31 days' fills as a file of comma-separated values. */
function Export() {
  const { account, rest } = useTerminal()
  const [saving, setSaving] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | undefined>()

  const save = async () => {
    const accountId = account.id()
    setSaving(true)
    setFailure(undefined)
    try {
      const query = { format: 'csv' as const, ...(accountId === undefined ? {} : { accountId }) }
      const text = await rest.call('reportTrades', { query })
      if (text === undefined) throw new NoAnswer('The report broke off.')
      hand(new Blob([text], { type: 'text/csv' }), `trades-${accountId ?? 'account'}.csv`)
    } catch (cause) {
      setFailure(asFailure(cause))
    }
    setSaving(false)
  }

  return (
    <div class="px-3 pb-2 text-muted">
      <button
        type="button"
        class="quiet -ml-2 underline"
        disabled={saving()}
        onClick={() => void save()}
        data-testid="export-fills"
      >
        {saving() ? 'Exporting…' : 'Export 31 days as CSV'}
      </button>
      <Show when={failure()}>
        {(why) => (
          <div role="alert">
            <Reason failure={why()} />
          </div>
        )}
      </Show>
    </div>
  )
}

/** Gives a file to the browser to save. */
function hand(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
