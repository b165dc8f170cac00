import { For, Show } from 'solid-js'
import { Section } from '../../look/DeedButton'
import { Empty } from '../../look/states'
import { useTerminal } from '../../terminal'
import { ProvenDeed } from './ProvenDeed'
import { telegramAddress, useArrival } from './arrival'
import { useSecurity, type LinkedAccount } from './security'
import { issuerName, moment } from './words'

/** Accounts elsewhere that sign the person in, and the ways to one more. */
export function Linked() {
  const security = useSecurity()
  const all = () => security.known()?.linked ?? []
  const methods = () => security.known()?.methods
  const offers = () => methods()?.google === true || (methods()?.telegramBotId ?? null) !== null
  return (
    <div class="flex flex-col gap-5">
      <Section
        title="Accounts elsewhere"
        says="Who is signed in there can sign in here as you. A second factor is asked for as well."
      >
        <Show
          when={all().length > 0}
          fallback={
            <Empty
              says={
                offers()
                  ? 'No account is linked. Link one below.'
                  : 'No account is linked: neither Google nor Telegram is set up here.'
              }
            />
          }
        >
          <ul class="flex flex-col divide-y divide-line" data-testid="linked-list">
            <For each={all()}>{(each) => <OneLink linked={each} />}</For>
          </ul>
        </Show>
      </Section>
      <Show when={offers()}>
        <Show
          when={location.origin === methods()?.origin}
          fallback={<p class="text-muted">Open {methods()?.origin} to link an account.</p>}
        >
          <LinkMore />
        </Show>
      </Show>
    </div>
  )
}

function OneLink(props: { linked: LinkedAccount }) {
  const { rest } = useTerminal()
  const security = useSecurity()
  return (
    <li class="flex flex-col gap-1.5 py-2" data-testid="linked-row">
      <p class="flex flex-wrap items-baseline gap-x-2">
        <span class="font-semibold">{issuerName(props.linked.issuer)}</span>
        <span>{props.linked.label}</span>
        <span class="text-muted">linked {moment(props.linked.linkedAt)}</span>
      </p>
      <ProvenDeed
        name="Unlink"
        does={`Unlink ${issuerName(props.linked.issuer)}`}
        testid="linked-remove"
        danger
        act={async (proof) => {
          await rest.dangerous('unlinkIdentity', { path: { id: props.linked.id } }, proof)
          await security.load()
          return 'Unlinked'
        }}
      />
    </li>
  )
}

function LinkMore() {
  const { rest } = useTerminal()
  const security = useSecurity()
  const methods = () => security.known()?.methods
  const telegram = useArrival('telegram')
  return (
    <Section title="Link one">
      <Show when={methods()?.google}>
        <ProvenDeed
          name="Link Google"
          does="Go to Google"
          testid="link-google"
          act={async (proof) => {
            const { url } = await rest.dangerous('linkGoogle', {}, proof)
            location.assign(url)
            return 'Going to Google'
          }}
        />
      </Show>
      <Show when={telegram === undefined ? methods()?.telegramBotId : undefined}>
        {(botId) => (
          <a
            class="firm self-start"
            href={telegramAddress(botId(), methods()?.origin ?? '')}
            data-testid="link-telegram"
          >
            Link Telegram
          </a>
        )}
      </Show>
      <Show when={telegram}>
        {(arrived) => (
          <ProvenDeed
            name="Link the Telegram account you came from"
            does="Link Telegram"
            testid="link-telegram"
            act={async (proof) => {
              await rest.dangerous('linkTelegram', { body: arrived().user }, proof)
              await security.load()
              return 'Linked'
            }}
          />
        )}
      </Show>
    </Section>
  )
}
