import { Show, createSignal, onMount } from 'solid-js'
import { ApiError, asFailure, type Failure } from '../../client/failures'
import type { AnswerOf } from '../../client/rest'
import type { Session } from '../../client/shapes'
import { Reason } from '../look/states'
import { useTerminal } from '../terminal'
import { SecretField } from './security/SecretField'
import { reasonText, telegramAddress, useArrival } from './security/arrival'
import { canUsePasskeys, showPasskey } from './security/passkey'

const demo = { email: 'demo@ratel.local', password: 'demo' }

/** What becomes of the ways in: the first step, maybe a second, and what went wrong. */
function createEntry() {
  const { signedIn } = useTerminal()
  const [challenge, setChallenge] = createSignal<string | undefined>()
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | undefined>()
  return {
    challenge,
    busy,
    failure,
    async by(way: () => Promise<Session>) {
      setBusy(true)
      setFailure(undefined)
      try {
        signedIn.enter(await way())
      } catch (thrown) {
        const why = asFailure(thrown)
        const isHalf = why instanceof ApiError && why.code === 'SECOND_FACTOR_REQUIRED'
        if (isHalf) setChallenge(why.value)
        else setFailure(why)
      } finally {
        setBusy(false)
      }
    },
    back() {
      setChallenge(undefined)
      setFailure(undefined)
    },
  }
}

/** Stands where the ticket will be; the rest of the page stays as it is. */
export function SignIn() {
  const { rest, signedIn } = useTerminal()
  const entry = createEntry()
  const [methods, setMethods] = createSignal<AnswerOf<'getSignIn'> | undefined>()
  const [arrivedWith, setArrivedWith] = createSignal<string | undefined>()
  onMount(() => {
    // Without an answer there is the password, which needs none.
    void rest.call('getSignIn').then(setMethods, () => {})
    const telegram = useArrival('telegram')
    const failed = useArrival('failed')
    if (failed !== undefined) setArrivedWith(reasonText(failed.reason))
    if (useArrival('google') !== undefined) void entry.by(() => rest.call('takeSession'))
    if (telegram !== undefined) {
      void entry.by(() => rest.call('signInWithTelegram', { body: telegram.user }))
    }
  })
  const passkey = () => canUsePasskeys(methods()?.passkeySite)
  const show = () => showPasskey(rest)
  const first = (): FirstStepProps => ({
    busy: entry.busy(),
    failure: entry.failure(),
    passkey: passkey(),
    methods: methods(),
    withPassword: (who) => void entry.by(() => rest.signIn(who.email, who.password)),
    withPasskey: () =>
      void entry.by(async () =>
        rest.call('signInWithPasskey', { body: { passkey: await show() } }),
      ),
  })
  const second = (challenge: string): SecondStepProps => ({
    busy: entry.busy(),
    failure: entry.failure(),
    passkey: passkey(),
    withCode: (code) =>
      void entry.by(() => rest.call('proveFactor', { body: { challenge, code } })),
    withPasskey: () =>
      void entry.by(async () =>
        rest.call('proveFactor', { body: { challenge, passkey: await show() } }),
      ),
    back: entry.back,
  })

  return (
    <div class="flex flex-col gap-2 overflow-y-auto p-3">
      <p class={signedIn.expired() ? 'text-warning' : 'text-muted'} role="status">
        {greeting(signedIn.expired(), entry.challenge() !== undefined)}
      </p>
      <Show when={arrivedWith()}>{(why) => <NotArrived why={why()} />}</Show>
      <Show when={entry.challenge()} fallback={<FirstStep {...first()} />}>
        {(challenge) => <SecondStep {...second(challenge())} />}
      </Show>
    </div>
  )
}

function NotArrived(props: { why: string }) {
  return (
    <p class="text-danger-text" role="alert" data-testid="sign-in-arrived">
      Signing in elsewhere did not open your account here. {props.why}
    </p>
  )
}

function greeting(expired: boolean, second: boolean): string {
  if (second) return 'One more step: the code that your authenticator shows now.'
  return expired
    ? 'Your session has ended. Sign in again to go on where you were.'
    : 'Sign in to trade and to see your orders.'
}

interface StepProps {
  readonly busy: boolean
  readonly failure: Failure | undefined
  readonly passkey: boolean
  withPasskey(): void
}

interface FirstStepProps extends StepProps {
  readonly methods: AnswerOf<'getSignIn'> | undefined
  withPassword(who: { email: string; password: string }): void
}

function FirstStep(props: FirstStepProps) {
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  return (
    <form
      class="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        props.withPassword({ email: email(), password: password() })
      }}
    >
      <TextField name="E-mail" type="email" complete="username" testid="email" set={setEmail} />
      <TextField
        name="Password"
        type="password"
        complete="current-password"
        testid="password"
        set={setPassword}
      />
      <NotSignedIn
        failure={props.failure}
        wrong="This e-mail and password do not belong together."
      />
      <div class="mt-1 flex gap-2">
        <SubmitButton name="Sign in" busy={props.busy} testid="sign-in-submit" />
        <button
          type="button"
          class="firm h-8"
          disabled={props.busy}
          onClick={() => props.withPassword(demo)}
          data-testid="try-demo"
        >
          Try the demo
        </button>
      </div>
      <PasskeyButton {...props} />
      <Elsewhere methods={props.methods} />
    </form>
  )
}

/** Ways in that others vouch for: the browser goes there and comes back. */
function Elsewhere(props: { methods: AnswerOf<'getSignIn'> | undefined }) {
  const origin = () => props.methods?.origin ?? ''
  return (
    <>
      <Show when={props.methods?.google}>
        <a
          class="firm flex h-8 items-center justify-center"
          href={`${origin()}/v1/sign-in/google`}
          data-testid="sign-in-google"
        >
          Continue with Google
        </a>
      </Show>
      <Show when={props.methods?.telegramBotId}>
        {(botId) => (
          <a
            class="firm flex h-8 items-center justify-center"
            href={telegramAddress(botId(), origin())}
            data-testid="sign-in-telegram"
          >
            Continue with Telegram
          </a>
        )}
      </Show>
    </>
  )
}

interface SecondStepProps extends StepProps {
  withCode(code: string): void
  back(): void
}

function SecondStep(props: SecondStepProps) {
  const [code, setCode] = createSignal('')
  return (
    <form
      class="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        props.withCode(code())
      }}
    >
      <SecretField
        name="Code"
        kind="code"
        testid="sign-in-code"
        value={code()}
        set={setCode}
        focus
      />
      <p class="text-muted">Without the authenticator, a recovery code does it once.</p>
      <NotSignedIn failure={props.failure} wrong="You are not signed in yet." />
      <div class="mt-1 flex gap-2">
        <SubmitButton name="Go on" busy={props.busy} testid="sign-in-prove" />
        <button type="button" class="firm h-8" onClick={() => props.back()}>
          Back
        </button>
      </div>
      <PasskeyButton {...props} />
    </form>
  )
}

function SubmitButton(props: { name: string; busy: boolean; testid: string }) {
  return (
    <button
      type="submit"
      class="h-8 flex-1 rounded-md bg-accent font-semibold text-on-accent disabled:opacity-60
        pointer-coarse:h-11"
      disabled={props.busy}
      data-testid={props.testid}
    >
      {props.busy ? 'Signing in…' : props.name}
    </button>
  )
}

function PasskeyButton(props: StepProps) {
  return (
    <Show when={props.passkey}>
      <button
        type="button"
        class="firm h-8"
        disabled={props.busy}
        onClick={() => props.withPasskey()}
        data-testid="sign-in-passkey"
      >
        Use a passkey
      </button>
    </Show>
  )
}

interface TextFieldProps {
  readonly name: string
  readonly type: 'email' | 'password'
  readonly complete: 'username' | 'current-password'
  readonly testid: string
  set(text: string): void
}

function TextField(props: TextFieldProps) {
  return (
    <label class="flex flex-col gap-1">
      <span class="text-muted">{props.name}</span>
      <input
        class="field"
        type={props.type}
        required
        autocomplete={props.complete}
        onInput={(event) => props.set(event.currentTarget.value)}
        data-testid={`sign-in-${props.testid}`}
      />
    </label>
  )
}

function NotSignedIn(props: { failure: Failure | undefined; wrong: string }) {
  return (
    <Show when={props.failure}>
      {(why) => (
        <div role="alert" data-testid="sign-in-failure">
          <p>{what(why(), props.wrong)}</p>
          <Reason failure={why()} />
        </div>
      )}
    </Show>
  )
}

function what(failure: Failure, wrong: string): string {
  if (!(failure instanceof ApiError) || failure.status !== 401) return 'Signing in failed.'
  return failure.message.startsWith('the passkey') ? 'This passkey was not taken.' : wrong
}
