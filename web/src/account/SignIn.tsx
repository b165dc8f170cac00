import { Show, createSignal } from 'solid-js'
import { ApiError, asFailure, type Failure } from '../../client/failures'
import { Reason } from '../look/states'
import { useTerminal } from '../terminal'

const demo = { email: 'demo@ratel.local', password: 'demo' }

/** Stands where the ticket will be; the rest of the page stays as it is. */
export function SignIn() {
  const { signedIn } = useTerminal()
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure | undefined>()

  const enter = async (who: { email: string; password: string }) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await signedIn.signIn(who.email, who.password)
    } catch (thrown) {
      setFailure(asFailure(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      class="flex flex-col gap-2 overflow-y-auto p-3"
      onSubmit={(event) => {
        event.preventDefault()
        void enter({ email: email(), password: password() })
      }}
    >
      <p class={signedIn.expired() ? 'text-warning' : 'text-muted'} role="status">
        {signedIn.expired()
          ? 'Your session has ended. Sign in again to go on where you were.'
          : 'Sign in to trade and to see your orders.'}
      </p>
      <TextField name="E-mail" type="email" complete="username" testid="email" set={setEmail} />
      <TextField
        name="Password"
        type="password"
        complete="current-password"
        testid="password"
        set={setPassword}
      />
      <Show when={failure()}>{(why) => <NotSignedIn failure={why()} />}</Show>
      <div class="mt-1 flex gap-2">
        <button
          type="submit"
          class="h-8 flex-1 rounded-md bg-accent font-semibold text-on-accent disabled:opacity-60
            pointer-coarse:h-11"
          disabled={busy()}
          data-testid="sign-in-submit"
        >
          {busy() ? 'Signing in…' : 'Sign in'}
        </button>
        <button
          type="button"
          class="firm h-8"
          disabled={busy()}
          onClick={() => void enter(demo)}
          data-testid="try-demo"
        >
          Try the demo
        </button>
      </div>
    </form>
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

function NotSignedIn(props: { failure: Failure }) {
  const wrong = () => props.failure instanceof ApiError && props.failure.status === 401
  return (
    <div role="alert" data-testid="sign-in-failure">
      <p>{wrong() ? 'This e-mail and password do not belong together.' : 'Signing in failed.'}</p>
      <Reason failure={props.failure} />
    </div>
  )
}
