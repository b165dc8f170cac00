import { Show, createSignal } from 'solid-js'
import { LimitsForm } from '../account/settings/LimitsForm'
import type { Settings } from '../../client/shapes'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { SelectField, TextField } from '../look/fields'
import { createLoader } from '../look/loaded'
import { Failed } from '../look/states'
import { useTerminal } from '../terminal'
import { KillSwitch } from './KillSwitch'
import { tiersMax } from './terms'

/** Any account of the venue by its number: what it may do, what it pays, whether it trades. */
export function AnyAccount() {
  const { rest, account } = useTerminal()
  const [number, setNumber] = createSignal(account.id() ?? '')
  const [shown, setShown] = createSignal<string | undefined>()
  const loader = createLoader<Settings>(() => rest.settings(shown() ?? ''))
  const show = () => {
    loader.reset()
    setShown(number().trim())
    void loader.load()
  }
  const failure = () => {
    const now = loader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const sound = () => /^\d{1,19}$/.test(number().trim())
  return (
    <div class="flex flex-col gap-6 p-4">
      <form
        class="flex max-w-xl items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (sound()) show()
        }}
      >
        <TextField
          name="Account"
          testid="any-account"
          value={number()}
          fault={number() === '' || sound() ? undefined : 'Must be the number of an account.'}
          set={setNumber}
        />
        <button type="submit" class="firm" disabled={!sound()} data-testid="any-account-show">
          Show
        </button>
      </form>
      <Show when={shown() !== undefined && failure()}>
        {(why) => <Failed what={`Account ${shown()} did not load.`} failure={why()} />}
      </Show>
      <Show when={loader.value()} keyed>
        {(settings) => <One settings={settings} reload={() => void loader.load()} />}
      </Show>
    </div>
  )
}

function One(props: { settings: Settings; reload(): void }) {
  const id = () => props.settings.accountId
  return (
    <div class="flex flex-col gap-6" data-testid="any-account-shown">
      <p>
        <span class="text-muted">Account </span>
        {id()}
        <span class="text-muted">
          {' '}
          · {props.settings.marginMode} · {props.settings.positionMode}
        </span>
        <Show when={props.settings.parentId}>
          {(parent) => <span class="text-muted"> · part of {parent()}</span>}
        </Show>
        <Show when={props.settings.killed}>
          <span class="ml-2 rounded-sm border border-danger px-1.5 text-danger-text">Stopped</span>
        </Show>
      </p>
      <FeeTier settings={props.settings} />
      <LimitsForm accountId={id()} />
      <KillSwitch
        scope="account"
        id={id()}
        what={`account ${id()}`}
        says="Cancels its open orders and those of its sub-accounts, and refuses new ones."
        changed={() => props.reload()}
      />
    </div>
  )
}

const tiers = Array.from({ length: tiersMax }, (_, i) => [String(i), `Tier ${i}`] as const)

function FeeTier(props: { settings: Settings }) {
  const { rest } = useTerminal()
  const [tier, setTier] = createSignal(String(props.settings.feeTier))
  const deed = createDeed(async () => {
    const path = { id: props.settings.accountId }
    await rest.call('configureAccount', { path, body: { feeTier: Number(tier()) } })
    return `The account pays by tier ${tier()}`
  })
  return (
    <Section title="Fees">
      <SelectField
        name="Fee tier"
        testid="any-account-tier"
        value={tier()}
        options={tiers}
        choose={setTier}
      />
      <DeedButton deed={deed} name="Set the tier" testid="any-account-tier-set" />
    </Section>
  )
}
