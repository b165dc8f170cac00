import { Show, createSignal } from 'solid-js'
import { canonical, decimal, isPositive, parseDecimal } from '../../../client/decimal'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed, createKey } from '../../look/deed'
import { Check, SelectField, TextField } from '../../look/fields'
import { grouped } from '../../look/format'
import { useTerminal } from '../../terminal'
import { nameOf } from '../accounts'

/** Moves money from the account on the screen to another of the same person. */
export function Transfer() {
  const { rest, account, accounts } = useTerminal()
  const others = () => accounts.all().filter((each) => each.id !== account.id())
  const [to, setTo] = createSignal(others()[0]?.id ?? '')
  const [asset, setAsset] = createSignal(account.balances()[0]?.asset ?? '')
  const [amount, setAmount] = createSignal('')
  const key = createKey(() => JSON.stringify([account.id(), to(), asset(), amount()]))
  const deed = createDeed(async () => {
    const receipt = await rest.call(
      'transfer',
      {
        idempotencyKey: key.now(),
        body: {
          accountId: account.id() ?? '',
          toAccountId: to(),
          asset: asset(),
          amount: amount().trim(),
        },
      },
      { repeat: true },
    )
    key.renew()
    return `${grouped(canonical(decimal(receipt.amount)))} ${receipt.asset} moved`
  })
  const available = () => account.balances().find((each) => each.asset === asset())?.available
  return (
    <Section title="Move money to another account of yours">
      <Show when={others().length > 0} fallback={<OnlyOne />}>
        <SelectField
          name="To"
          testid="transfer-to"
          value={to()}
          options={others().map((each) => [each.id, `${nameOf(each)} (${each.id})`] as const)}
          choose={setTo}
        />
        <SelectField
          name="Asset"
          testid="transfer-asset"
          value={asset()}
          options={account.balances().map((each) => [each.asset, each.asset] as const)}
          choose={setAsset}
        />
        <TextField
          name="Amount"
          testid="transfer-amount"
          value={amount()}
          unit={asset()}
          fault={amountFault(amount()) ?? deed.faultOf('amount')}
          set={(text) => {
            deed.forget()
            setAmount(text)
          }}
        />
        <Show when={available()}>
          {(text) => (
            <p class="text-muted">
              {grouped(canonical(decimal(text())))} {asset()} is available.
            </p>
          )}
        </Show>
        <DeedButton
          deed={deed}
          name={`Move ${amount()} ${asset()}`}
          testid="transfer-send"
          disabled={amount() === '' || amountFault(amount()) !== undefined}
        />
      </Show>
    </Section>
  )
}

function OnlyOne() {
  return <p class="text-muted">You have one account. Open another under “New account”.</p>
}

/** @returns undefined also for what has not been typed yet */
export function amountFault(text: string): string | undefined {
  if (text === '') return undefined
  const value = parseDecimal(text.trim())
  return value !== undefined && isPositive(value) ? undefined : 'Must be a plain number above 0.'
}

/** Opens an account of its own, or a part of the one on the screen. */
export function SubAccount() {
  const { rest, account, accounts } = useTerminal()
  const [name, setName] = createSignal('')
  const [isPart, setPart] = createSignal(true)
  const key = createKey(() => JSON.stringify([name(), isPart(), account.id()]))
  const deed = createDeed(async () => {
    const parentId = isPart() ? account.id() : undefined
    const body = { name: name().trim(), parentId }
    const opened = await rest.call(
      'openAccount',
      { idempotencyKey: key.now(), body },
      { repeat: true },
    )
    key.renew()
    await accounts.reload()
    return `${opened.name} is open, number ${opened.id}`
  })
  return (
    <Section
      title="Open another account"
      says="The limits and the kill switch of an account bind its sub-accounts too."
    >
      <TextField
        name="Name"
        testid="open-name"
        words
        value={name()}
        fault={deed.faultOf('name', 'parentId')}
        set={(text) => {
          deed.forget()
          setName(text)
        }}
      />
      <Check
        name="A sub-account of the one on the screen"
        title="Its limits bind the new one too"
        testid="open-part"
        checked={isPart()}
        set={setPart}
      />
      <DeedButton
        deed={deed}
        name="Open the account"
        testid="open-send"
        disabled={name().trim() === ''}
      />
    </Section>
  )
}
