import { dice } from './market.js'

const hourMs = 3_600_000
const hours = 31 * 24

/** A month of an account's worth that ends where it is now; money came in ten days ago. */
export function equityHistory(worthNow, deposits, seed) {
  const random = dice(seed)
  const now = Math.floor(Date.now() / hourMs) * hourMs
  const points = []
  let profit = worthNow - deposits
  for (let i = 0; i < hours; i += 1) {
    const netDeposits = i < 240 ? deposits : deposits * 0.8
    points.push({ at: now - i * hourMs, equity: netDeposits + profit, netDeposits })
    profit -= (random() - 0.46) * worthNow * 0.0022
  }
  return points.reverse()
}

/** The points in [from, to), for days the last of each. */
export function equityItems(points, interval, from, to) {
  const wanted = points.filter(({ at }) => at >= from && at < to)
  const day = ({ at }) => Math.floor(at / (24 * hourMs))
  return wanted
    .filter((point, i) => interval !== '1d' || i + 1 === wanted.length
      || day(point) !== day(wanted[i + 1]))
    .map(({ at, equity, netDeposits }) => ({
      time: new Date(at).toISOString(),
      equity: equity.toFixed(2),
      netDeposits: netDeposits.toFixed(2),
    }))
}
