import { Show } from 'solid-js'
import mark from '../look/mark.svg'
import { AccountPicker } from '../account/AccountPicker'
import { Equity } from '../account/Equity'
import { useTerminal } from '../terminal'
import type { Overlay } from './frame'

export function TopBar() {
  const { frame, looks, signedIn, role } = useTerminal()
  return (
    <header
      class="flex h-10 shrink-0 items-center gap-2 border-b border-line bg-panel px-2 wide:px-3
        pointer-coarse:h-13"
    >
      <h1 class="flex items-center gap-2 font-semibold">
        <img
          src={mark}
          alt=""
          class={`size-5 ${signedIn.session() === undefined ? '' : 'max-wide:hidden'}`}
        />
        <span class="max-wide:sr-only">Ratel</span>
      </h1>
      <button
        type="button"
        class="flex h-7 min-w-0 items-center gap-2 rounded-md border border-line bg-raised px-2
          text-muted hover:text-text wide:w-60 max-wide:shrink-0 pointer-coarse:h-11"
        onClick={() => frame.open('palette')}
        data-testid="palette-open"
      >
        <span class="truncate">Go to<span class="max-wide:hidden"> a market or action</span></span>
        <kbd class="ml-auto whitespace-nowrap max-wide:hidden">Ctrl K</kbd>
      </button>
      <span class="flex-1" />
      <Show when={signedIn.session()}>
        <Mine />
      </Show>
      <Show when={role() === 'OPERATOR'}>
        <button
          type="button"
          class="firm max-wide:px-2"
          aria-pressed={frame.view() === 'operate'}
          onClick={() => frame.look(frame.view() === 'operate' ? 'trade' : 'operate')}
          data-testid="operate-open"
        >
          {frame.view() === 'operate' ? 'Trade' : 'Operate'}
        </button>
      </Show>
      <button
        type="button"
        class="quiet max-wide:hidden"
        onClick={() => looks.toggleTheme()}
        data-testid="theme-toggle"
      >
        {looks.theme() === 'dark' ? 'Light' : 'Dark'}
      </button>
      <button
        type="button"
        class="quiet max-wide:hidden"
        aria-label="Keyboard shortcuts"
        onClick={() => frame.open('shortcuts')}
      >
        ?
      </button>
      <SignInOrOut />
    </header>
  )
}

interface OpenerProps {
  readonly opens: Overlay
  readonly name: string
  readonly title: string
  readonly testid: string
}

function Opener(props: OpenerProps) {
  const { frame } = useTerminal()
  return (
    <button
      type="button"
      class="quiet max-full:hidden"
      title={props.title}
      onClick={() => frame.open(props.opens)}
      data-testid={props.testid}
    >
      {props.name}
    </button>
  )
}

/** What belongs to whoever is signed in. */
function Mine() {
  return (
    <>
      <Equity />
      <AccountPicker />
      <Opener
        opens="account"
        name="Account"
        title="Margin, limits, safety, transfers"
        testid="account-setup"
      />
      <Opener
        opens="pools"
        name="Pools"
        title="Trade together: pools, their members and units"
        testid="pools-open"
      />
      <Opener
        opens="security"
        name="Security"
        title="Second factor, passkeys, sessions, API keys"
        testid="security-open"
      />
    </>
  )
}

function SignInOrOut() {
  const { frame, signedIn } = useTerminal()
  return (
    <Show
      when={signedIn.session()}
      fallback={
        <button
          type="button"
          class="firm"
          onClick={() => frame.focus('trade', '[data-testid=sign-in-email]')}
          data-testid="sign-in-open"
        >
          Sign in
        </button>
      }
    >
      <button
        type="button"
        class="quiet max-wide:min-w-11"
        aria-label="Sign out"
        onClick={() => signedIn.signOut()}
        data-testid="sign-out"
      >
        <span class="max-wide:hidden">Sign out</span>
        <svg viewBox="0 0 16 16" class="mx-auto size-4 wide:hidden" aria-hidden="true">
          <path
            d="M6 2.5H3v11h3M10 5l3 3-3 3M13 8H6.5"
            class="fill-none stroke-muted"
            stroke-width="1.5"
          />
        </svg>
      </button>
    </Show>
  )
}
