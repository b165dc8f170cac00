import { For, Show } from 'solid-js'
import { useTerminal } from '../terminal'
import { nameOf } from './accounts'

/** Which account the page is about, for those who have more than one. */
export function AccountPicker() {
  const { accounts } = useTerminal()
  return (
    <Show when={accounts.all().length > 1}>
      <select
        class="h-7 max-w-44 min-w-0 truncate rounded-md border border-line bg-raised px-1.5
          pointer-coarse:h-11 max-full:max-w-28 max-wide:max-w-20"
        aria-label="Account"
        value={accounts.chosen() ?? ''}
        onChange={(event) => accounts.choose(event.currentTarget.value)}
        data-testid="account-picker"
      >
        <For each={accounts.all()}>
          {(each) => <option value={each.id}>{nameOf(each)}</option>}
        </For>
      </select>
    </Show>
  )
}
