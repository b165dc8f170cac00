import { For, Match, Show, Switch, createSignal } from 'solid-js'
import type { AnswerOf } from '../../../client/rest'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { useTerminal } from '../../terminal'
import { ProvenDeed } from './ProvenDeed'
import { SecretField } from './SecretField'
import { useSecurity } from './security'

/** The authenticator app: set up with a QR code, confirmed by its first code, turned off again. */
export function SecondFactor() {
  const { rest } = useTerminal()
  const security = useSecurity()
  const [made, setMade] = createSignal<AnswerOf<'beginTotp'> | undefined>()
  const [codes, setCodes] = createSignal<readonly string[] | undefined>()
  const isOn = () => (security.known()?.factors.since ?? null) !== null
  return (
    <div class="flex flex-col gap-5">
      <Show when={codes()}>{(fresh) => <RecoveryCodes codes={fresh()} />}</Show>
      <Switch>
        <Match when={isOn()}>
          <On shown={setCodes} removed={() => setCodes(undefined)} />
        </Match>
        <Match when={made()}>
          {(fresh) => (
            <Confirm
              made={fresh()}
              confirmed={(list) => {
                setCodes(list)
                setMade(undefined)
              }}
            />
          )}
        </Match>
        <Match when={!isOn()}>
          <Section
            title="Authenticator app"
            says={
              'An app on your phone shows a code that changes every 30 s. With it on, your ' +
              'password alone opens nothing.'
            }
          >
            <ProvenDeed
              name="Set up an authenticator"
              does="Show the QR code"
              testid="totp-begin"
              act={async (proof) => {
                setMade(await rest.dangerous('beginTotp', {}, proof))
                return 'Scan the code'
              }}
            />
          </Section>
        </Match>
      </Switch>
    </div>
  )
}

interface ConfirmProps {
  readonly made: AnswerOf<'beginTotp'>
  confirmed(codes: readonly string[]): void
}

function Confirm(props: ConfirmProps) {
  const { rest } = useTerminal()
  const security = useSecurity()
  const [code, setCode] = createSignal('')
  const confirm = createDeed(async () => {
    const { codes } = await rest.call('confirmTotp', { body: { code: code() } })
    await security.load()
    props.confirmed(codes)
    return 'The second factor is on'
  })
  return (
    <Section
      title="Scan it, then type the code"
      says="Open your authenticator app, scan this picture or type the key, and enter the code."
    >
      <img
        class="size-44 rounded-md"
        src={`data:image/svg+xml,${encodeURIComponent(props.made.qr)}`}
        alt="QR code with the key for your authenticator app"
        data-testid="totp-qr"
      />
      <p class="flex flex-wrap gap-x-2">
        <span class="text-muted">Key</span>
        <code class="min-w-0 break-all select-all" data-testid="totp-secret">
          {props.made.secret}
        </code>
      </p>
      <form
        class="flex flex-col gap-2.5"
        onSubmit={(event) => {
          event.preventDefault()
          void confirm.run()
        }}
      >
        <SecretField
          name="Code"
          kind="code"
          testid="totp-code"
          value={code()}
          set={setCode}
          focus
        />
        <DeedButton
          deed={confirm}
          name="Turn the second factor on"
          testid="totp-confirm"
          disabled={code() === ''}
        />
      </form>
    </Section>
  )
}

function On(props: { shown(codes: readonly string[]): void; removed(): void }) {
  const { rest } = useTerminal()
  const security = useSecurity()
  const left = () => security.known()?.factors.recoveryCodesLeft ?? 0
  return (
    <>
      <Section
        title="The second factor is on"
        says={
          'You are asked for a code when you sign in, and before anything dangerous. ' +
          `Recovery codes left: ${left()} of 10.`
        }
      >
        <ProvenDeed
          name="Make new recovery codes"
          does="Replace the recovery codes"
          testid="recovery-renew"
          act={async (proof) => {
            const { codes } = await rest.dangerous('renewRecoveryCodes', {}, proof)
            props.shown(codes)
            await security.load()
            return 'The old ones are void'
          }}
        />
      </Section>
      <Section title="Turn it off">
        <ProvenDeed
          name="Turn the second factor off"
          does="Turn it off"
          testid="totp-remove"
          danger
          act={async (proof) => {
            await rest.dangerous('removeTotp', {}, proof)
            props.removed()
            await security.load()
            return 'It is off'
          }}
        />
      </Section>
    </>
  )
}

function RecoveryCodes(props: { codes: readonly string[] }) {
  const [copied, setCopied] = createSignal(false)
  const copy = () => {
    void navigator.clipboard.writeText(props.codes.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <Section
      title="Recovery codes"
      says={
        'Each opens your account once when the authenticator is lost. They are shown this once: ' +
        'keep them where nobody else looks.'
      }
    >
      <ul
        class="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border border-line bg-raised p-3
          max-wide:grid-cols-1"
        data-testid="recovery-codes"
      >
        <For each={props.codes}>
          {(code) => (
            <li>
              <code class="select-all">{code}</code>
            </li>
          )}
        </For>
      </ul>
      <button type="button" class="firm self-start" onClick={copy} aria-live="polite">
        {copied() ? 'Copied' : 'Copy all ten'}
      </button>
    </Section>
  )
}
