// Pictures of the page for the eye: `npm run looks` writes them to dev/looks/.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openBrowser } from './browser.js'
import { openVenue } from './venue.js'

const folder = fileURLToPath(new URL('./looks/', import.meta.url))
const sizes = [
  ['wide', 1440, 900],
  ['middle', 900, 900],
  ['phone', 360, 740],
]

await mkdir(folder, { recursive: true })
const venue = await openVenue({ past: 240 })
const browser = await openBrowser()
try {
  for (const theme of ['dark', 'light']) {
    for (const [name, width, height] of sizes) {
      const hasTouch = name === 'phone'
      const page = await browser.newPage({
        viewport: { width, height },
        hasTouch,
        isMobile: hasTouch,
      })
      page.on('console', (message) => process.stdout.write(`${name}: ${message.text()}\n`))
      page.on('pageerror', (error) => process.stdout.write(`${name}: ${error.stack}\n`))
      await page.addInitScript((value) => localStorage.setItem('ratel.theme', value), theme)
      await page.goto(`http://127.0.0.1:${venue.port}/?symbol=BTC-USD`)
      await page.waitForSelector('[data-link=connected]')
      await page.waitForTimeout(1500)
      const shot = (what) => page.screenshot({ path: `${folder}${theme}-${name}-${what}.png` })
      await shot('visitor')
      if (name === 'phone') await page.click('[data-testid=panel-trade]')
      await page.click('[data-testid=try-demo]')
      await page.waitForSelector('[data-testid=ticket-send]')
      await page.fill('[data-testid=ticket-price]', '64000')
      await page.fill('[data-testid=ticket-quantity]', '0.25')
      await page.click('[data-testid=ticket-send]')
      await page.waitForSelector('[data-step=acknowledged]')
      await page.fill('[data-testid=ticket-price]', '63950.5')
      await page.fill('[data-testid=ticket-quantity]', '0.4')
      await page.click('[data-testid=ticket-send]')
      await page.waitForTimeout(400)
      await page.selectOption('[data-testid=ticket-type]', 'market')
      await page.fill('[data-testid=ticket-quantity]', '0.5')
      await page.click('[data-testid=ticket-send]')
      await page.waitForTimeout(800)
      await shot('desk')
      const look = async (what, ...clicks) => {
        for (const id of clicks) await page.click(`[data-testid=${id}]`)
        await page.waitForTimeout(700)
        await shot(what)
      }
      if (name === 'phone') {
        await look('markets', 'panel-markets')
        await look('chart', 'panel-chart')
        await look('depth', 'chart-depth')
        await look('book', 'panel-book')
        await look('positions', 'panel-orders')
        await look('closing', 'position-close')
        await look('fills', 'tab-fills')
        await look('equity', 'tab-equity')
        await look('advanced', 'panel-trade', 'ticket-advanced')
      } else {
        await look('advanced', 'ticket-advanced')
        await look('margin', 'ticket-advanced', 'tab-margin')
        await look('account', 'account-open')
        await page.keyboard.press('Escape')
        await look('fills', 'tab-fills', 'interval-5m')
        await look('positions', 'tab-positions')
        await page.click('[data-position=ETH-USD] [data-testid=position-close]')
        await look('closing')
        await look('depth', 'chart-depth')
        await page.hover('[data-testid=depth-picture]', { position: { x: 90, y: 120 } })
        await look('depth-read', 'tab-equity')
        await page.click('[data-testid=range-1M]')
        await page.goto(`http://127.0.0.1:${venue.port}/?symbol=RATEL-FC`)
        await page.waitForTimeout(900)
        await look('sports')
        await page.goto(`http://127.0.0.1:${venue.port}/?symbol=OKX:BTC-USDT`)
        await page.waitForTimeout(900)
        await look('quiet')
        await page.keyboard.press('?')
        await look('sheet')
        await page.keyboard.press('Escape')
        await look('palette', 'palette-open')
        await page.keyboard.press('Escape')
        venue.faults.silent = true
        await page.waitForTimeout(2_000)
        await shot('stale')
        venue.faults.silent = false
      }
      await page.close()
    }
  }
} finally {
  await browser.close()
  await venue.close()
}
