import { For, createSignal } from 'solid-js'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { Check, MomentField, TextField } from '../../look/fields'
import { useTerminal } from '../../terminal'
import { networksIn, scopes } from './keys'

/** Makes a key: what it may do, from where, and until when. */
export function NewKeyForm(props: { made(secret: string): void }) {
  const { rest } = useTerminal()
  const [name, setName] = createSignal('')
  const [chosen, setChosen] = createSignal<readonly string[]>(['trading'])
  const [networks, setNetworks] = createSignal('')
  const [until, setUntil] = createSignal('')
  const [pool, setPool] = createSignal('')
  const deed = createDeed(async () => {
    const made = await rest.call('createApiKey', {
      body: {
        name: name().trim(),
        scopes: [...chosen()],
        ...(networksIn(networks()).length === 0 ? {} : { networks: networksIn(networks()) }),
        ...(until() === '' ? {} : { expiresAt: new Date(`${until()}Z`).toISOString() }),
        ...(pool().trim() === '' ? {} : { poolId: pool().trim() }),
      },
    })
    props.made(made.secret)
    setName('')
    return 'Made'
  })
  const change = (set: (text: string) => unknown) => (text: string) => {
    deed.forget()
    set(text)
  }
  return (
    <Section title="New key" says="It acts for you, within what you tick.">
      <TextField
        name="Name"
        testid="key-name"
        words
        value={name()}
        fault={deed.faultOf('name')}
        set={change(setName)}
      />
      <Scopes chosen={chosen()} choose={setChosen} />
      <TextField
        name="From"
        testid="key-networks"
        words
        value={networks()}
        placeholder="anywhere; or 192.0.2.1, 10.0.0.0/8"
        fault={deed.faultOf('networks')}
        set={change(setNetworks)}
      />
      <MomentField
        name="Until"
        testid="key-until"
        value={until()}
        fault={deed.faultOf('expiresAt')}
        set={change(setUntil)}
      />
      <TextField
        name="Pool"
        testid="key-pool"
        value={pool()}
        placeholder="none"
        fault={deed.faultOf('poolId')}
        set={change(setPool)}
      />
      <DeedButton
        deed={deed}
        name="Make the key"
        testid="key-make"
        disabled={name().trim() === '' || chosen().length === 0}
      />
    </Section>
  )
}

interface ScopesProps {
  readonly chosen: readonly string[]
  choose(scopes: readonly string[]): void
}

function Scopes(props: ScopesProps) {
  const { role } = useTerminal()
  const offered = () => scopes.filter(([each]) => each !== 'nodes' || role() === 'OPERATOR')
  const tick = (scope: string, on: boolean) => {
    const rest = props.chosen.filter((each) => each !== scope)
    props.choose(on ? [...rest, scope] : rest)
  }
  return (
    <fieldset class="grid grid-cols-2 gap-x-4 max-wide:grid-cols-1">
      <legend class="text-muted">May</legend>
      <For each={offered()}>
        {([scope, says]) => (
          <Check
            name={scope}
            title={says}
            testid={`key-scope-${scope}`}
            checked={props.chosen.includes(scope)}
            set={(on) => tick(scope, on)}
          />
        )}
      </For>
    </fieldset>
  )
}
