import { Show, createSignal } from 'solid-js'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed, createKey } from '../../look/deed'
import { SelectField, TextField } from '../../look/fields'
import { useTerminal } from '../../terminal'
import { nameOf } from '../accounts'
import { amountFault } from './Transfer'

type Way = 'buy' | 'give'

/** Units of a pool: bought for money, or given back, at what the pool is worth. */
export function Pool() {
  const { rest, account, accounts } = useTerminal()
  const others = () => accounts.all().filter((each) => each.id !== account.id())
  const [way, setWay] = createSignal<Way>('buy')
  const [member, setMember] = createSignal(others()[0]?.id ?? '')
  const [asset, setAsset] = createSignal('USD')
  const [size, setSize] = createSignal('')
  const key = createKey(() => JSON.stringify([account.id(), member(), way(), asset(), size()]))
  const fault = () => {
    const units = way() === 'give' && size() !== '' && !/^[1-9]\d{0,14}$/.test(size().trim())
    return units ? 'Must be a whole number above 0.' : amountFault(size())
  }
  const deed = createDeed(async () => {
    const given =
      way() === 'buy' ? { amount: size().trim() } : { units: Number(size().trim()) }
    await rest.call(
      'moveUnits',
      {
        path: { accountId: account.id() ?? '' },
        idempotencyKey: key.now(),
        body: { memberAccountId: member(), asset: asset(), ...given },
      },
      { repeat: true },
    )
    key.renew()
    return way() === 'buy' ? 'Units bought' : 'Units given back'
  })
  const change =
    <T,>(set: (value: () => T) => unknown) =>
    (value: T) => {
      deed.forget()
      set(() => value)
    }
  return (
    <Section
      title="Units of this account as a pool"
      says="Members own units of the account; a unit is worth its part of all that the account has."
    >
      <Show
        when={others().length > 0}
        fallback={<p class="text-muted">A member is another account of yours: open one first.</p>}
      >
        <Who member={member()} way={way()} choose={change(setMember)} go={change(setWay)} />
        <TextField
          name="Asset"
          testid="pool-asset"
          words
          value={asset()}
          fault={deed.faultOf('asset')}
          set={change(setAsset)}
        />
        <TextField
          name={way() === 'buy' ? 'Amount' : 'Units'}
          testid="pool-size"
          value={size()}
          unit={way() === 'buy' ? asset() : 'units'}
          fault={fault() ?? deed.faultOf('amount', 'units')}
          set={change(setSize)}
        />
        <DeedButton
          deed={deed}
          name={way() === 'buy' ? 'Buy units' : 'Give units back'}
          testid="pool-send"
          disabled={size() === '' || fault() !== undefined}
        />
      </Show>
    </Section>
  )
}

interface WhoProps {
  readonly member: string
  readonly way: Way
  choose(member: string): void
  go(way: Way): void
}

function Who(props: WhoProps) {
  const { account, accounts } = useTerminal()
  const others = () => accounts.all().filter((each) => each.id !== account.id())
  return (
    <>
      <SelectField
        name="Member"
        testid="pool-member"
        value={props.member}
        options={others().map((each) => [each.id, `${nameOf(each)} (${each.id})`] as const)}
        choose={(member) => props.choose(member)}
      />
      <SelectField
        name="Does"
        testid="pool-way"
        value={props.way}
        options={[
          ['buy', 'Buys units for an amount'],
          ['give', 'Gives units back'],
        ]}
        choose={(way) => props.go(way)}
      />
    </>
  )
}
