// The browser's part of `./ratel bench stream`: node dev/pixel.js VENUE SECONDS LOADS looks at the
// page of a running venue and prints one line of JSON: how many milliseconds after it was made each
// trade was on the screen, the first after a quiet spell apart; the first contentful paint of each
// load, and the bytes that came before it.
import { openBrowser } from './browser.js'

const [venue, seconds, loads] = process.argv.slice(2)
const symbol = 'BTC-USD'
const size = { width: 1440, height: 900 }
const address = `${venue}/?symbol=${symbol}`

/** In the page: notes when each market's newest price is shown, at the frame that paints it. */
function watch() {
  const samples = []
  const lastAt = new Map()
  const awaited = new Map()
  globalThis.samples = samples
  const Original = globalThis.WebSocket
  const heard = ({ data }) => {
    for (const change of JSON.parse(data).batch ?? []) {
      if (!change.topic.endsWith('.trades') || change.kind !== 'delta') continue
      const newest = change.data.reduce((a, b) => (a.time > b.time ? a : b))
      const madeAt = Date.parse(newest.time)
      awaited.set(change.topic, { price: Number(newest.price), madeAt })
    }
  }
  globalThis.WebSocket = class extends Original {
    constructor(...given) {
      super(...given)
      // Before the page's own listener, so that it is known what the page is about to show.
      this.addEventListener('message', heard)
    }
  }
  const priceAt = ({ target }) => {
    const element = target instanceof Element ? target : target.parentElement
    const price = element?.closest('.live-value') ?? element
    return Number(price?.textContent?.replaceAll(',', ''))
  }
  const painted = (topic, madeAt) => {
    const paintedAt = performance.timeOrigin + performance.now()
    samples.push([paintedAt - madeAt, madeAt - (lastAt.get(topic) ?? 0)])
    lastAt.set(topic, madeAt)
  }
  const changed = (mutations) => {
    if (awaited.size === 0) return
    const prices = new Set(mutations.map(priceAt))
    for (const [topic, { price, madeAt }] of awaited) {
      if (!prices.has(price)) continue
      awaited.delete(topic)
      requestAnimationFrame(() => painted(topic, madeAt))
    }
  }
  new MutationObserver(changed).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  })
}

/** In the page: when something was first painted, and what had come over the wire by then. */
function firstPaint() {
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const [document] = performance.getEntriesByType('navigation')
  const before = performance
    .getEntriesByType('resource')
    .filter((entry) => /\.(js|css|svg)$/.test(entry.name) && entry.responseEnd <= paint.startTime)
  const bytes = before.reduce((sum, entry) => sum + entry.transferSize, document.transferSize)
  return { at: paint.startTime, bytes }
}

const browser = await openBrowser()
try {
  const fcp = []
  let bytes = 0
  for (let load = 0; load <= Number(loads); load += 1) {
    const context = await browser.newContext({ viewport: size })
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForSelector('[data-link=connected]')
    const paint = await page.evaluate(firstPaint)
    // The first load warms the browser up.
    if (load > 0) fcp.push(paint.at)
    bytes = Math.max(bytes, paint.bytes)
    await context.close()
  }
  const page = await browser.newPage({ viewport: size })
  await page.addInitScript(watch)
  await page.goto(address)
  await page.waitForSelector('[data-link=connected]')
  await page.waitForTimeout(Number(seconds) * 1_000)
  const samples = await page.evaluate(() => globalThis.samples)
  const trades = samples.map(([taken]) => taken)
  const first = samples.filter(([, since]) => since > 200).map(([taken]) => taken)
  process.stdout.write(`${JSON.stringify({ trades, first, fcp, bytes })}\n`)
} finally {
  await browser.close()
}
