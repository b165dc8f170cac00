import { For, Show, createSignal } from 'solid-js'
import type { Settings } from '../../../client/shapes'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { SelectField, TextField } from '../../look/fields'
import { Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'

/** The exchange's own bound. */
const leverageMax = 1_000

/** Margin, netting and cost: what an owner may set while nothing is open that it would touch. */
export function Trading() {
  const { margin } = useTerminal()
  const failure = () => {
    const now = margin.settingsLoader.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Show when={margin.settings()} fallback={<Unknown failure={failure()} />}>
      {(settings) => <Form settings={settings()} />}
    </Show>
  )
}

function Unknown(props: { failure: Parameters<typeof Failed>[0]['failure'] | undefined }) {
  const { margin } = useTerminal()
  return (
    <Show when={props.failure} fallback={<Skeleton rows={5} />}>
      {(why) => (
        <Failed
          what="The settings of this account did not load."
          failure={why()}
          retry={() => void margin.settingsLoader.load()}
        />
      )}
    </Show>
  )
}

type Word = 'marginMode' | 'marginModel' | 'positionMode' | 'costMethod' | 'selfTradePrevention'
type Typed = Pick<Settings, Word> & { readonly leverage: string }

const choices: readonly (readonly [Word, name: string, testid: string, options: Options])[] = [
  ['marginMode', 'Margin', 'settings-margin-mode', [
    ['cash', 'None: pays in full'],
    ['cross', 'Cross: all money behind all positions'],
    ['isolated', 'Isolated: each position alone'],
  ]],
  ['marginModel', 'Model', 'settings-margin-model', [
    ['standard', "Standard: the market's rates"],
    ['leveraged', 'Leveraged: rates divided by leverage'],
  ]],
  ['positionMode', 'Positions', 'settings-position-mode', [
    ['netting', 'Netting: one for each market'],
    ['hedging', 'Hedging: long and short apart'],
  ]],
  ['costMethod', 'Cost', 'settings-cost-method', [
    ['average', 'Average cost'],
    ['fifo', 'First in, first out'],
  ]],
  ['selfTradePrevention', 'Self-trade', 'settings-self-trade', [
    ['none', 'Allowed'],
    ['cancelNewest', 'Cancel the newer'],
    ['cancelOldest', 'Cancel the older'],
    ['cancelBoth', 'Cancel both'],
    ['decrement', 'Take off both'],
  ]],
]

type Options = readonly (readonly [string, string])[]

function leverageFault(text: string): string | undefined {
  const value = Number(text)
  const right = Number.isInteger(value) && value >= 1 && value <= leverageMax
  return right ? undefined : `Leverage must be a whole number from 1 to ${leverageMax}.`
}

function Form(props: { settings: Settings }) {
  const { rest, account, margin } = useTerminal()
  const { marginMode, marginModel, positionMode, costMethod, selfTradePrevention } = props.settings
  const [typed, setTyped] = createSignal<Typed>({
    marginMode,
    marginModel,
    positionMode,
    costMethod,
    selfTradePrevention,
    leverage: String(props.settings.leverage),
  })
  const deed = createDeed(async () => {
    const path = { id: account.id() ?? '' }
    const body = { ...typed(), leverage: Number(typed().leverage) }
    const now = await rest.call('configureAccount', { path, body })
    margin.learn(now)
    return 'The account trades so from now on'
  })
  const set = (change: Partial<Typed>) => {
    deed.forget()
    setTyped((now) => ({ ...now, ...change }))
  }
  const fault = () => leverageFault(typed().leverage)
  return (
    <Section
      title="How it trades"
      says="Changes need an account without open orders and positions on margin."
    >
      <For each={choices}>
        {([word, name, testid, options]) => (
          <SelectField<string>
            name={name}
            testid={testid}
            value={typed()[word]}
            options={options}
            choose={(value) => set({ [word]: value })}
          />
        )}
      </For>
      <Show when={typed().marginModel === 'leveraged'}>
        <TextField
          name="Leverage"
          testid="settings-leverage"
          value={typed().leverage}
          unit="×"
          fault={fault()}
          set={(leverage) => set({ leverage })}
        />
      </Show>
      <DeedButton
        deed={deed}
        name="Save"
        testid="settings-save"
        disabled={fault() !== undefined}
      />
      <p class="text-muted">
        Fee tier {props.settings.feeTier}; set by the operator.
        <Show when={props.settings.parentId}>
          {(parent) => <> The limits of account {parent()} bind this one too.</>}
        </Show>
      </p>
    </Section>
  )
}
