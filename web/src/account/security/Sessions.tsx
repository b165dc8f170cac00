import { For, Show } from 'solid-js'
import { DeedButton, Section } from '../../look/DeedButton'
import { createDeed } from '../../look/deed'
import { useTerminal } from '../../terminal'
import { useSecurity, type ListedSession } from './security'
import { deviceName, methodName, moment } from './words'

/** Where the person is signed in, and the way out of there. */
export function Sessions() {
  const { rest, signedIn } = useTerminal()
  const security = useSecurity()
  const everywhere = createDeed(async () => {
    await rest.call('signOutEverywhere')
    signedIn.signOut()
    return 'Signed out everywhere'
  })
  return (
    <div class="flex flex-col gap-5">
      <Section
        title="Where you are signed in"
        says={
          'Times are UTC. A session you do not know is somebody else: end it, then change how ' +
          'you sign in.'
        }
      >
        <ul class="flex flex-col divide-y divide-line" data-testid="session-list">
          <For each={security.known()?.sessions ?? []}>
            {(each) => <OneSession session={each} />}
          </For>
        </ul>
      </Section>
      <Section title="All of them">
        <DeedButton
          deed={everywhere}
          name="Sign out everywhere"
          danger="Sign out everywhere, here too"
          testid="sign-out-everywhere"
        />
      </Section>
    </div>
  )
}

function OneSession(props: { session: ListedSession }) {
  const { rest } = useTerminal()
  const security = useSecurity()
  const end = createDeed(async () => {
    await rest.call('endSession', { path: { id: props.session.id } })
    await security.load()
    return 'Signed out'
  })
  return (
    <li class="flex flex-col gap-1 py-2" data-testid="session-row">
      <p class="flex flex-wrap items-baseline gap-x-2">
        <span class="font-semibold">{deviceName(props.session.device)}</span>
        <span>{props.session.address}</span>
        <Show when={props.session.current}>
          <span class="text-accent" data-testid="session-current">
            this one
          </span>
        </Show>
      </p>
      <p class="text-muted">
        Signed in {moment(props.session.createdAt)} by {methodName(props.session.method)}, last
        used {moment(props.session.lastUsedAt)}
      </p>
      <Show when={!props.session.current}>
        <DeedButton deed={end} name="Sign it out" testid="session-end" />
      </Show>
    </li>
  )
}
