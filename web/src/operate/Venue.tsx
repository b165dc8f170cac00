import { KillSwitch } from './KillSwitch'

/** What concerns all markets at once. */
export function Venue() {
  return (
    <div class="p-4">
      <KillSwitch
        scope="venue"
        id="venue"
        what="the whole venue"
        says="Cancels every open order of every account in every market and refuses new ones."
      />
    </div>
  )
}
