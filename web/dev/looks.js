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
const venue = await openVenue()
const browser = await openBrowser()
try {
  for (const theme of ['dark', 'light']) {
    for (const [name, width, height] of sizes) {
      const page = await browser.newPage({ viewport: { width, height } })
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
      if (name === 'phone') {
        for (const tab of ['markets', 'chart', 'book', 'orders']) {
          await page.click(`[data-testid=panel-${tab}]`)
          await page.waitForTimeout(700)
          await shot(tab)
        }
      } else {
        await page.click('[data-testid=tab-fills]')
        await page.click('[data-testid=interval-5m]')
        await page.waitForTimeout(500)
        await shot('fills')
        await page.click('[data-testid=palette-open]')
        await page.waitForTimeout(200)
        await shot('palette')
      }
      await page.close()
    }
  }
} finally {
  await browser.close()
  await venue.close()
}
