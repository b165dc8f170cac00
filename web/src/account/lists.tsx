import { For, Index, createMemo } from 'solid-js'
import { dayTime, statusWord } from '../look/format'
import { useTerminal } from '../terminal'
import { Grid, type Column } from './Grid'
import { NumberCell, PriceCell, SideCell, SymbolCell, WordsCell } from './cells'

const fillColumns: readonly Column[] = [
  { head: 'Time UTC', words: true },
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Price' },
  { head: 'Size' },
  { head: 'Fee' },
  { head: 'Asset', words: true },
  { head: 'Role', words: true },
  { head: 'Order' },
]

export function Fills() {
  const { account } = useTerminal()
  return (
    <Grid caption="Fills, newest first" columns={fillColumns}>
      <For each={account.fills()}>
        {(fill) => (
          <tr class="h-6 hover:bg-raised" data-testid="fill-row" data-order={fill.orderId}>
            <WordsCell class="text-digits tabular-nums">{dayTime(fill.time)}</WordsCell>
            <SymbolCell symbol={fill.symbol} />
            <SideCell side={fill.side} />
            <PriceCell text={fill.price} symbol={fill.symbol} />
            <NumberCell text={fill.quantity} />
            <NumberCell text={fill.fee} />
            <WordsCell>{fill.feeAsset}</WordsCell>
            <WordsCell class="capitalize">{fill.liquidity}</WordsCell>
            <NumberCell text={fill.orderId.replace(/\B(?=(\d{3})+$)/g, '')} class="text-digits" />
          </tr>
        )}
      </For>
    </Grid>
  )
}

const historyColumns: readonly Column[] = [
  { head: 'Time UTC', words: true },
  { head: 'Market', words: true },
  { head: 'Side', words: true },
  { head: 'Type', words: true },
  { head: 'Price' },
  { head: 'Average' },
  { head: 'Size' },
  { head: 'Filled' },
  { head: 'Status', words: true },
]

export function OrderHistory() {
  const { account } = useTerminal()
  const ids = createMemo(() => account.history().map((order) => order.id))
  const order = (id: string) => account.orders().get(id)
  return (
    <Grid caption="All orders, newest first" columns={historyColumns}>
      <For each={ids()}>
        {(id) => (
          <tr class="h-6 hover:bg-raised" data-testid="history-row" data-order={id}>
            <WordsCell class="text-digits tabular-nums">
              {dayTime(order(id)?.createdAt ?? '')}
            </WordsCell>
            <SymbolCell symbol={order(id)?.symbol ?? ''} />
            <SideCell side={order(id)?.side ?? 'buy'} />
            <WordsCell>{order(id)?.type === 'limit' ? 'Limit' : 'Market'}</WordsCell>
            <PriceCell text={order(id)?.price} symbol={order(id)?.symbol ?? ''} />
            <PriceCell text={order(id)?.averagePrice} symbol={order(id)?.symbol ?? ''} />
            <NumberCell text={order(id)?.quantity} />
            <NumberCell text={order(id)?.filled} />
            <WordsCell>{statusWord(order(id)?.status ?? '')}</WordsCell>
          </tr>
        )}
      </For>
    </Grid>
  )
}

const balanceColumns: readonly Column[] = [
  { head: 'Asset', words: true },
  { head: 'Total' },
  { head: 'Held by orders' },
  { head: 'Available' },
]

export function Balances() {
  const { account } = useTerminal()
  return (
    <Grid caption="Balances" columns={balanceColumns}>
      <Index each={account.balances()}>
        {(balance) => (
          <tr class="h-6 hover:bg-raised" data-testid="balance-row" data-asset={balance().asset}>
            <WordsCell>{balance().asset}</WordsCell>
            <NumberCell text={balance().total} />
            <NumberCell text={balance().held} class="text-digits" />
            <NumberCell text={balance().available} />
          </tr>
        )}
      </Index>
    </Grid>
  )
}
