import { For, Match, Show, Switch, createSignal, onMount } from 'solid-js'
import type { AnswerOf, RequestOf } from '../../client/rest'
import { ProvenDeed } from '../account/security/ProvenDeed'
import { SecretField } from '../account/security/SecretField'
import { DeedButton, Section } from '../look/DeedButton'
import { createDeed } from '../look/deed'
import { SelectField, TextField } from '../look/fields'
import { createLoader } from '../look/loaded'
import { Empty, Failed, Skeleton } from '../look/states'
import { useTerminal } from '../terminal'
import { NewPassword } from './NewPassword'

type User = AnswerOf<'listUsers'>['items'][number]
type NewUser = RequestOf<'createUser'>['body']

const pageSize = 100

const roles = [
  ['TRADER', 'Trader'],
  ['OPERATOR', 'Operator'],
] as const

const kinds = [
  ['PERSON', 'Person'],
  ['SERVICE', 'Service'],
] as const

const licenses = [
  ['FREE', 'Free'],
  ['PRO', 'Pro'],
  ['ENTERPRISE', 'Enterprise'],
] as const

/** Who there is, and what becomes of them. */
export function Users() {
  const { rest, signedIn } = useTerminal()
  const [after, setAfter] = createSignal<string | undefined>()
  const page = createLoader(() =>
    rest.call('listUsers', { query: { limit: pageSize, cursor: after() } }),
  )
  const [chosen, setChosen] = createSignal<string | undefined>()
  const user = () => page.value()?.items.find((each) => each.id === chosen())
  const go = (cursor: string | undefined) => {
    setAfter(cursor)
    void page.load()
  }
  onMount(() => {
    void page.load()
  })
  return (
      <div class="flex flex-col gap-6 p-4 wide:flex-row" data-testid="users">
        <div class="flex min-w-0 flex-1 flex-col gap-3">
          <List page={page} chosen={chosen()} choose={setChosen} />
          <div class="flex gap-2">
            <Show when={after()}>
              <button type="button" class="firm" onClick={() => go(undefined)}>
                First page
              </button>
            </Show>
            <Show when={page.value()?.next}>
              {(next) => (
                <button type="button" class="firm" onClick={() => go(next())}>
                  Next page
                </button>
              )}
            </Show>
          </div>
        </div>
        <div class="flex w-full flex-col gap-6 wide:w-96">
          <Show when={user()} keyed fallback={<AddUser added={() => void page.load()} />}>
            {(each) => (
              <OneUser
                user={each}
                isMe={each.id === signedIn.session()?.userId}
                changed={() => void page.load()}
                close={() => setChosen(undefined)}
              />
            )}
          </Show>
        </div>
      </div>
  )
}

interface ListProps {
  readonly page: ReturnType<typeof createLoader<AnswerOf<'listUsers'>>>
  readonly chosen: string | undefined
  choose(id: string): void
}

function List(props: ListProps) {
  const failure = () => {
    const now = props.page.loaded()
    return now.state === 'failed' ? now.failure : undefined
  }
  return (
    <Switch fallback={<Skeleton rows={6} />}>
      <Match when={failure()}>
        {(why) => (
          <Failed
            what="Users could not be read."
            failure={why()}
            retry={() => void props.page.load()}
          />
        )}
      </Match>
      <Match when={props.page.value()?.items.length === 0}>
        <Empty says="There is no further user." />
      </Match>
      <Match when={props.page.value()}>
        {(page) => (
          <table class="w-full text-left">
            <thead class="text-muted">
              <tr>
                <th class="font-normal">User</th>
                <th class="font-normal">Role</th>
                <th class="font-normal max-wide:hidden">Licence</th>
                <th class="font-normal">State</th>
              </tr>
            </thead>
            <tbody>
              <For each={page().items}>
                {(each) => (
                  <tr
                    class="h-8 border-t border-line aria-selected:bg-raised"
                    aria-selected={each.id === props.chosen}
                    data-testid="user-row"
                  >
                    <td>
                      <button
                        type="button"
                        class="quiet min-w-0 break-all text-left"
                        aria-pressed={each.id === props.chosen}
                        onClick={() => props.choose(each.id)}
                      >
                        {labelOf(each)}
                      </button>
                    </td>
                    <td>{wordOf(roles, each.role)}</td>
                    <td class="max-wide:hidden">{wordOf(licenses, each.license)}</td>
                    <td class={each.state === 'SUSPENDED' ? 'text-warning' : ''}>
                      {each.state === 'SUSPENDED' ? 'Suspended' : wordOf(kinds, each.kind)}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </Match>
    </Switch>
  )
}

function labelOf(user: User): string {
  return user.email ?? (user.name === '' ? `User ${user.id}` : user.name)
}

function wordOf<T extends string>(words: readonly (readonly [T, string])[], value: T): string {
  return words.find(([each]) => each === value)?.[1] ?? value
}

function AddUser(props: { added(): void }) {
  const { rest } = useTerminal()
  const [kind, setKind] = createSignal<User['kind']>('PERSON')
  const [role, setRole] = createSignal<User['role']>('TRADER')
  const [email, setEmail] = createSignal('')
  const [name, setName] = createSignal('')
  const [password, setPassword] = createSignal('')
  const isPerson = () => kind() === 'PERSON'
  const body = (): NewUser =>
    isPerson()
      ? { kind: 'PERSON', role: role(), email: email().trim(), password: password() }
      : { kind: 'SERVICE', role: role(), name: name().trim() }
  const isWhole = () => (isPerson() ? email() !== '' && password() !== '' : name().trim() !== '')
  return (
    <Section
      title="Add a user"
      says="A service has API keys and cannot sign in. Choose a user to change one."
    >
      <SelectField name="Kind" testid="user-kind" value={kind()} options={kinds} choose={setKind} />
      <SelectField name="Role" testid="user-role" value={role()} options={roles} choose={setRole} />
      <Show
        when={isPerson()}
        fallback={<TextField name="Name" testid="user-name" value={name()} words set={setName} />}
      >
        <TextField name="E-mail" testid="user-email" value={email()} words set={setEmail} />
        <SecretField
          name="Password"
          kind="new-password"
          testid="user-password"
          value={password()}
          set={setPassword}
        />
      </Show>
      <ProvenDeed
        name="Add the user"
        does="Add the user"
        testid="user-add"
        disabled={!isWhole()}
        act={async (proof) => {
          const made = await rest.dangerous('createUser', { body: body() }, proof)
          setPassword('')
          props.added()
          return `Added ${labelOf(made)}`
        }}
      />
    </Section>
  )
}

interface OneUserProps {
  readonly user: User
  readonly isMe: boolean
  changed(): void
  close(): void
}

function OneUser(props: OneUserProps) {
  return (
    <>
      <div class="flex items-center gap-2">
        <h3 class="min-w-0 truncate font-semibold">{labelOf(props.user)}</h3>
        <span class="text-muted">{props.user.id}</span>
        <button type="button" class="quiet ml-auto" onClick={() => props.close()}>
          Close
        </button>
      </div>
      <License user={props.user} changed={() => props.changed()} />
      <Show
        when={!props.isMe}
        fallback={<p class="text-muted">Another operator changes your role, state and factors.</p>}
      >
        <Standing {...props} />
        <Show when={props.user.kind === 'PERSON'}>
          <NewPassword id={props.user.id} name={labelOf(props.user)} />
        </Show>
        <Farewell {...props} />
      </Show>
    </>
  )
}

function License(props: { user: User; changed(): void }) {
  const { rest } = useTerminal()
  const [license, setLicense] = createSignal(props.user.license)
  const set = createDeed(async () => {
    const path = { id: props.user.id }
    await rest.call('setLicense', { path, body: { license: license() } })
    props.changed()
    return 'Set'
  })
  return (
    <Section title="Licence">
      <SelectField
        name="Tier"
        testid="user-license"
        value={license()}
        options={licenses}
        choose={setLicense}
      />
      <DeedButton
        deed={set}
        name="Set the licence"
        testid="user-license-set"
        disabled={license() === props.user.license}
      />
    </Section>
  )
}

function Standing(props: OneUserProps) {
  const { rest } = useTerminal()
  const path = () => ({ id: props.user.id })
  const isIn = () => props.user.state === 'ACTIVE'
  const other = () => (props.user.role === 'TRADER' ? 'OPERATOR' : 'TRADER')
  return (
    <Section title="Role and state">
      <ProvenDeed
        name={`Make ${other() === 'OPERATOR' ? 'an operator' : 'a trader'}`}
        does={`Make ${labelOf(props.user)} ${other() === 'OPERATOR' ? 'an operator' : 'a trader'}`}
        testid="user-role-set"
        act={async (proof) => {
          await rest.dangerous('setUserRole', { path: path(), body: { role: other() } }, proof)
          props.changed()
          return 'Done'
        }}
      />
      <ProvenDeed
        name={isIn() ? 'Suspend' : 'Let in again'}
        does={`${isIn() ? 'Suspend' : 'Let in'} ${labelOf(props.user)}`}
        testid="user-state-set"
        danger={isIn()}
        act={async (proof) => {
          const state = isIn() ? 'SUSPENDED' : 'ACTIVE'
          await rest.dangerous('setUserState', { path: path(), body: { state } }, proof)
          props.changed()
          return 'Done'
        }}
      />
      <ProvenDeed
        name="Reset factors"
        does={`Take the second factor and passkeys of ${labelOf(props.user)}`}
        testid="user-factors-reset"
        danger
        act={async (proof) => {
          await rest.dangerous('resetFactors', { path: path() }, proof)
          return 'Taken; the user is signed out'
        }}
      />
    </Section>
  )
}

function Farewell(props: OneUserProps) {
  const { rest } = useTerminal()
  return (
    <Section
      title="Delete"
      says="Everything personal goes; the accounts must be empty and stay in the ledger."
    >
      <ProvenDeed
        name="Delete the user"
        does={`Delete ${labelOf(props.user)} and everything personal`}
        testid="user-delete"
        danger
        act={async (proof) => {
          await rest.dangerous('deleteUser', { path: { id: props.user.id } }, proof)
          props.close()
          props.changed()
          return 'Deleted'
        }}
      />
    </Section>
  )
}
