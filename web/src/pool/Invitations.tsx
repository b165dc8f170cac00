import { For, Show, createSignal } from 'solid-js'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { SelectField } from '../look/fields'
import { dayTime } from '../look/format'
import { createLoader } from '../look/loaded'
import { useTerminal } from '../terminal'
import { roleName, roles, type Pool, type PoolRole } from './pools'

/** Codes with which others can join: made, shown once, withdrawn. */
export function Invitations(props: { pool: Pool }) {
  const { rest } = useTerminal()
  const path = () => ({ id: props.pool.id })
  const loader = createLoader(
    async () => (await rest.call('listPoolInvitations', { path: path() })).items,
  )
  void loader.load()
  const [role, setRole] = createSignal<PoolRole>('ASSOCIATE')
  const [code, setCode] = createSignal<string | undefined>()
  const invite = createDeed(async () => {
    const made = await rest.call('inviteToPool', { path: path(), body: { role: role() } })
    setCode(made.code)
    void loader.load()
    return 'Give this code to one person; it is not shown again.'
  })
  const offered = () => (props.pool.role === 'OWNER' ? roles : roles.slice(0, 1))
  return (
    <Section title="Invite" says="A code lets one person join within a week.">
      <SelectField
        name="As"
        testid="invite-role"
        value={role()}
        options={offered().map(([each, name]) => [each, name] as const)}
        choose={setRole}
      />
      <DeedButton deed={invite} name="Make a code" testid="invite-make" />
      <Show when={code()}>
        {(text) => (
          <code class="rounded-md border border-line bg-raised px-2 py-1 break-all select-all"
            data-testid="invite-code"
          >
            {text()}
          </code>
        )}
      </Show>
      <ul class="flex flex-col gap-1">
        <For each={loader.value() ?? []}>
          {(each) => (
            <li class="flex flex-wrap items-center gap-2" data-testid="invitation-row">
              <span>{roleName(each.role)}</span>
              <span class="text-muted">until {dayTime(each.expiresAt)} UTC</span>
              <Withdraw pool={props.pool} id={each.id} done={() => void loader.load()} />
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}

function Withdraw(props: { pool: Pool; id: string; done(): void }) {
  const { rest } = useTerminal()
  const deed = createDeed(async () => {
    await rest.call('withdrawPoolInvitation', {
      path: { id: props.pool.id, invitationId: props.id },
    })
    props.done()
    return 'Withdrawn'
  })
  return <DeedButton deed={deed} name="Withdraw" testid="invitation-withdraw" />
}
