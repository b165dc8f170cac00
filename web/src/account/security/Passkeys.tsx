import { For, Show, createSignal } from 'solid-js'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { TextField } from '../../look/fields'
import { Empty } from '../../look/states'
import { useTerminal } from '../../terminal'
import { ProvenDeed } from './ProvenDeed'
import { makePasskey } from './passkey'
import { useSecurity, type Passkey } from './security'
import { moment } from './words'

/** Keys on devices and in password services, which sign in without a password. */
export function Passkeys() {
  const { rest } = useTerminal()
  const security = useSecurity()
  const [name, setName] = createSignal('')
  const all = () => security.known()?.passkeys ?? []
  const origin = () => security.known()?.methods.origin
  return (
    <div class="flex flex-col gap-5">
      <Section
        title="Passkeys"
        says={
          'A passkey signs you in with your finger, face or PIN, and works on no other site. ' +
          'It stands for password and second factor.'
        }
      >
        <Show
          when={all().length > 0}
          fallback={<Empty says="You have no passkey yet. Add one below." />}
        >
          <ul class="flex flex-col divide-y divide-line" data-testid="passkey-list">
            <For each={all()}>{(each) => <OnePasskey passkey={each} />}</For>
          </ul>
        </Show>
      </Section>
      <Section title="Add a passkey">
        <Show
          when={security.canAsk()}
          fallback={
            <p class="text-muted" data-testid="passkey-elsewhere">
              Passkeys work at {origin()} only, in a browser that knows them.
            </p>
          }
        >
          <TextField
            name="Name"
            testid="passkey-name"
            value={name()}
            placeholder="My laptop"
            words
            set={setName}
          />
          <ProvenDeed
            name="Add a passkey"
            does="Make the passkey"
            testid="passkey-add"
            disabled={name().trim() === '' || name().trim().length > 40}
            act={async (proof) => {
              const options = await rest.dangerous('askForNewPasskey', {}, proof)
              const made = await makePasskey(options)
              await rest.call('addPasskey', { body: { name: name().trim(), ...made } })
              setName('')
              await security.load()
              return 'It is added'
            }}
          />
        </Show>
      </Section>
    </div>
  )
}

function usedWords(time: string | null): string {
  return time === null ? 'not used yet' : `used ${moment(time)}`
}

function OnePasskey(props: { passkey: Passkey }) {
  const { rest } = useTerminal()
  const security = useSecurity()
  const [editing, setEditing] = createSignal(false)
  const [name, setName] = createSignal('')
  const path = () => ({ id: props.passkey.id })
  const rename = createDeed(async () => {
    await rest.call('renamePasskey', { path: path(), body: { name: name().trim() } })
    await security.load()
    setEditing(false)
    return 'Renamed'
  })
  return (
    <li class="flex flex-col gap-1.5 py-2" data-testid="passkey-row">
      <p class="flex flex-wrap items-baseline gap-x-2">
        <span class="font-semibold">{props.passkey.name}</span>
        <span class="text-muted">
          added {moment(props.passkey.createdAt)}, {usedWords(props.passkey.lastUsedAt ?? null)}
          {props.passkey.synced ? ', synced' : ''}
        </span>
      </p>
      <Show
        when={editing()}
        fallback={
          <div class="flex flex-wrap items-start gap-2">
            <button
              type="button"
              class="firm"
              onClick={() => {
                setName(props.passkey.name)
                setEditing(true)
              }}
              data-testid="passkey-rename"
            >
              Rename
            </button>
            <ProvenDeed
              name="Delete"
              does={`Delete the passkey ${props.passkey.name}`}
              testid="passkey-delete"
              danger
              act={async (proof) => {
                await rest.dangerous('deletePasskey', { path: path() }, proof)
                await security.load()
                return 'Deleted'
              }}
            />
          </div>
        }
      >
        <TextField
          name="Name"
          testid="passkey-new-name"
          value={name()}
          words
          fault={rename.faultOf('name')}
          set={setName}
        />
        <div class="flex gap-2">
          <DeedButton deed={rename} name="Rename it" testid="passkey-rename-do" />
          <button type="button" class="quiet self-start" onClick={() => setEditing(false)}>
            Leave it
          </button>
        </div>
      </Show>
    </li>
  )
}
