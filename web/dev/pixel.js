// The browser's part of `./ratel bench stream`: node dev/pixel.js VENUE SECONDS LOADS looks at the
// page of a running venue and prints one line of JSON: how many milliseconds after it was made each
// trade was on the screen, the first after a quiet spell apart; the first contentful paint of each
// load, and the bytes that came before it.
import { openBrowser } from './browser.js'

const [venue, seconds, loads] = process.argv.slice(2)
const symbol = 'BTC-USD'
const size = { width: 1440, height: 900 }
const address = `${venue}/?symbol=${symbol}`

/** In the page: notes when the newest trade's price is shown, at the frame that paints it. */
function watch(topic) {
  const samples = []
  let shown
  let last = 0
  globalThis.samples = samples
  const Original = globalThis.WebSocket
  const heard = ({ data }) => {
    for (const change of JSON.parse(data).batch ?? []) {
      if (change.topic !== topic || change.kind !== 'delta') continue
      const newest = change.data.reduce((a, b) => (a.time > b.time ? a : b))
      shown = { price: Number(newest.price), madeAt: Date.parse(newest.time) }
    }
  }
  globalThis.WebSocket = class extends Original {
    constructor(...given) {
      super(...given)
      // Before the page's own listener, so that it is known what the page is about to show.
      this.addEventListener('message', heard)
    }
  }
  const changed = (mutations) => {
    if (shown === undefined) return
    const trade = shown
    const isShown = mutations.some(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement
      const price = element?.closest('.live-value') ?? element
      return Number(price?.textContent?.replaceAll(',', '')) === trade.price
    })
    if (!isShown) return
    shown = undefined
    requestAnimationFrame(() => {
      const paintedAt = performance.timeOrigin + performance.now()
      samples.push([paintedAt - trade.madeAt, trade.madeAt - last])
      last = trade.madeAt
    })
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
  await page.addInitScript(watch, `market.${symbol}.trades`)
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
