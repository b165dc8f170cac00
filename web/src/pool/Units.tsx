import { Show, createSignal } from 'solid-js'
import type { AccountName } from '../../client/shapes'
import { nameOf } from '../account/accounts'
import { amountFault } from '../account/settings/Transfer'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed, createKey } from '../look/deed'
import { SelectField, TextField } from '../look/fields'
import { useTerminal } from '../terminal'
import type { Pool } from './pools'

type Way = 'buy' | 'give'

/** Units of a pool: bought for money, or given back, at what the pool is worth. */
export function Units(props: { pool: Pool; moved(): void }) {
  const { rest, accounts } = useTerminal()
  const own = () => ownOf(accounts.all())
  const [way, setWay] = createSignal<Way>('buy')
  const [from, setFrom] = createSignal(own()[0]?.id ?? '')
  const [asset, setAsset] = createSignal('USD')
  const [size, setSize] = createSignal('')
  const key = createKey(() => JSON.stringify([props.pool.id, from(), way(), asset(), size()]))
  const fault = () => {
    const units = way() === 'give' && size() !== '' && !/^[1-9]\d{0,14}$/.test(size().trim())
    return units ? 'Must be a whole number above 0.' : amountFault(size())
  }
  const deed = createDeed(async () => {
    const given = way() === 'buy' ? { amount: size().trim() } : { units: Number(size().trim()) }
    await rest.call(
      'moveUnits',
      {
        path: { id: props.pool.id },
        idempotencyKey: key.now(),
        body: { accountId: from(), asset: asset(), ...given },
      },
      { repeat: true },
    )
    key.renew()
    props.moved()
    return way() === 'buy' ? 'Units bought' : 'Units given back'
  })
  const change =
    <T,>(set: (value: () => T) => unknown) =>
    (value: T) => {
      deed.forget()
      set(() => value)
    }
  return (
    <Section title="Units" says="A unit is worth its part of all that the pool's account has.">
      <Show
        when={own().length > 0}
        fallback={<p class="text-muted">You need an account of your own to pay from.</p>}
      >
        <Where way={way()} go={change(setWay)} from={from()} choose={change(setFrom)} />
        <TextField
          name="Asset"
          testid="units-asset"
          words
          value={asset()}
          fault={deed.faultOf('asset')}
          set={change(setAsset)}
        />
        <TextField
          name={way() === 'buy' ? 'Amount' : 'Units'}
          testid="units-size"
          value={size()}
          unit={way() === 'buy' ? asset() : 'units'}
          fault={fault() ?? deed.faultOf('amount', 'units')}
          set={change(setSize)}
        />
        <DeedButton
          deed={deed}
          name={way() === 'buy' ? 'Buy units' : 'Give units back'}
          testid="units-send"
          disabled={size() === '' || fault() !== undefined}
        />
      </Show>
    </Section>
  )
}

interface WhereProps {
  readonly way: Way
  readonly from: string
  go(way: Way): void
  choose(from: string): void
}

function Where(props: WhereProps) {
  const { accounts } = useTerminal()
  return (
    <>
      <SelectField
        name="Do"
        testid="units-way"
        value={props.way}
        options={[
          ['buy', 'Buy units for an amount'],
          ['give', 'Give units back'],
        ]}
        choose={(way) => props.go(way)}
      />
      <SelectField
        name={props.way === 'buy' ? 'Pay from' : 'Pay to'}
        testid="units-account"
        value={props.from}
        options={ownOf(accounts.all()).map(
          (each) => [each.id, `${nameOf(each)} (${each.id})`] as const,
        )}
        choose={(from) => props.choose(from)}
      />
    </>
  )
}

/** Units are paid from and to accounts that are no pool's. */
function ownOf(all: readonly AccountName[]): readonly AccountName[] {
  return all.filter((each) => (each.poolId ?? null) === null)
}
