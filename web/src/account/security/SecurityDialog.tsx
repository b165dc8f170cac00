import { For, Match, Switch, createSignal, onMount } from 'solid-js'
import { Modal } from '../../look/Modal'
import { Failed, Skeleton } from '../../look/states'
import { useTerminal } from '../../terminal'
import { ApiKeys } from '../keys/ApiKeys'
import { Leave } from './Leave'
import { Linked } from './Linked'
import { Passkeys } from './Passkeys'
import { Password } from './Password'
import { SecondFactor } from './SecondFactor'
import { Sessions } from './Sessions'
import { isWaiting, useArrival } from './arrival'
import { SecurityProvider, createSecurity, useSecurity } from './security'

const parts = [
  ['factor', 'Second factor'],
  ['password', 'Password'],
  ['passkeys', 'Passkeys'],
  ['linked', 'Linked accounts'],
  ['sessions', 'Sessions'],
  ['keys', 'API keys'],
  ['leave', 'Delete my user'],
] as const

type Part = (typeof parts)[number][0]

/** Who comes back from linking sees what is linked. */
function firstPart(): Part {
  if (useArrival('linked') !== undefined || isWaiting('telegram')) return 'linked'
  return 'factor'
}

/** How the person who is signed in gets in, and where it is in. */
export default function SecurityDialog() {
  const { frame, rest } = useTerminal()
  const security = createSecurity(rest)
  const [part, setPart] = createSignal<Part>(firstPart())
  onMount(() => void security.load())
  return (
    <Modal
      title="Security"
      class="h-[560px] max-h-[calc(100dvh-24px)] w-[640px] overflow-hidden"
      close={() => frame.close()}
    >
      <div class="flex h-full flex-col" data-testid="security-dialog">
        <header class="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
          <h2 class="font-semibold outline-none" tabindex="-1" data-autofocus>
            Security
          </h2>
          <button
            type="button"
            class="quiet ml-auto"
            onClick={() => frame.close()}
            data-testid="security-close"
          >
            Close
          </button>
        </header>
        <div class="flex min-h-0 flex-1 max-wide:flex-col">
          <Tabs part={part()} choose={setPart} />
          <div class="min-h-0 min-w-0 flex-1 overflow-y-auto p-4" role="tabpanel">
            <SecurityProvider value={security}>
              <Content part={part()} />
            </SecurityProvider>
          </div>
        </div>
      </div>
    </Modal>
  )
}

function Tabs(props: { part: Part; choose(part: Part): void }) {
  return (
    <nav
      class="flex shrink-0 gap-0.5 border-line p-2 wide:w-36 wide:flex-col wide:border-r
        max-wide:overflow-x-auto max-wide:border-b"
      role="tablist"
      aria-label="What to secure"
    >
      <For each={parts}>
        {([each, title]) => (
          <button
            type="button"
            role="tab"
            class="quiet shrink-0 text-left"
            aria-selected={props.part === each}
            onClick={() => props.choose(each)}
            data-testid={`security-${each}`}
          >
            {title}
          </button>
        )}
      </For>
    </nav>
  )
}

function Content(props: { part: Part }) {
  const security = useSecurity()
  const failure = () => {
    const now = security.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  const shows = (part: Part) => security.known() !== undefined && props.part === part
  return (
    <Switch fallback={<Skeleton rows={5} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="How you sign in could not be read."
            failure={why()}
            retry={() => void security.load()}
          />
        )}
      </Match>
      <Match when={shows('factor')}>
        <SecondFactor />
      </Match>
      <Match when={shows('password')}>
        <Password />
      </Match>
      <Match when={shows('passkeys')}>
        <Passkeys />
      </Match>
      <Match when={shows('linked')}>
        <Linked />
      </Match>
      <Match when={shows('leave')}>
        <Leave />
      </Match>
      <Match when={shows('sessions')}>
        <Sessions />
      </Match>
      <Match when={shows('keys')}>
        <ApiKeys />
      </Match>
    </Switch>
  )
}
