import { Index } from 'solid-js'
import { useTerminal } from '../../terminal'
import { Grid, notOnPhones, type Column } from './Grid'
import { NumberCell, WordsCell } from './cells'

const columns: readonly Column[] = [
  { head: 'Asset', words: true },
  { head: 'Total' },
  { head: 'Held by orders', extra: 'phone' },
  { head: 'Available' },
]

export function Balances() {
  const { account } = useTerminal()
  return (
    <Grid caption="Balances" columns={columns}>
      <Index each={account.balances()}>
        {(balance) => (
          <tr class="h-6 hover:bg-raised" data-testid="balance-row" data-asset={balance().asset}>
            <WordsCell>{balance().asset}</WordsCell>
            <NumberCell text={balance().total} />
            <NumberCell text={balance().held} class={`text-digits ${notOnPhones}`} />
            <NumberCell text={balance().available} />
          </tr>
        )}
      </Index>
    </Grid>
  )
}
