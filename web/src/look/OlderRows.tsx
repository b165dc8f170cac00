import { Match, Switch } from 'solid-js'
import type { Pages } from './pages'
import { Reason } from './states'

/** The foot of a list that is longer than what is on the screen. */
export function OlderRows(props: { pages: Pages; name: string; api: string }) {
  return (
    <div class="px-3 py-2 text-muted" data-testid="older" data-older={props.pages.older()}>
      <Switch>
        <Match when={props.pages.older() === 'full'}>
          The newest are shown. Those before them are at <code>{props.api}</code>.
        </Match>
        <Match when={props.pages.older() !== 'end'}>
          <button
            type="button"
            class="quiet -ml-2 underline"
            disabled={props.pages.older() === 'loading'}
            onClick={() => void props.pages.loadOlder()}
            data-testid="show-older"
          >
            {props.pages.older() === 'loading' ? 'Loading…' : `Show older ${props.name}`}
          </button>
          <Switch>
            <Match when={props.pages.olderFailure()}>
              {(why) => (
                <div role="alert">
                  <Reason failure={why()} />
                </div>
              )}
            </Match>
          </Switch>
        </Match>
      </Switch>
    </div>
  )
}
