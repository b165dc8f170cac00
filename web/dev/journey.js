// The page in a real browser against the development venue: `npm run journey`.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, open, openAsDemo, result, stage, takeTheStage, writeLimit } from './stage.js'

takeTheStage()

describe('a visitor', () => {
  it('sees the live market and is asked to sign in', async () => {
    await open('/')
    await stage.page.waitForSelector('[data-testid=chart] canvas')
    await stage.page.waitForSelector('[data-testid=book] [data-price]')
    assert.match(stage.page.url(), /symbol=BTC-USD$/)
    assert.equal(await at('sign-in-email').isVisible(), true)
    const change = stage.page.locator('[data-symbol=ACME]')
    await change.filter({ hasText: /[+−]\d+\.\d\d %/ }).waitFor()
  })

  it('goes to another market by the filter, and back by the browser', async () => {
    await open()
    await stage.page.keyboard.press('/')
    await stage.page.keyboard.type('eth')
    await stage.page.keyboard.press('Enter')
    await stage.page.waitForURL(/symbol=ETH-USD/)
    await stage.page.goBack()
    await stage.page.waitForURL(/symbol=BTC-USD/)
  })

  it('is told when a market does not exist', async () => {
    await open('/?symbol=NOPE')
    await stage.page.getByText('There is no market called NOPE.').waitFor()
  })

  it('sees a venue as data only', async () => {
    await open('/?symbol=COINBASE:BTC-USD')
    await at('try-demo').click()
    await stage.page.getByText('orders cannot be sent there yet').waitFor()
  })

  it('is told that a password is wrong, with a ray id', async () => {
    await open()
    await at('sign-in-email').fill('demo@ratel.local')
    await at('sign-in-password').fill('wrong')
    await at('sign-in-submit').click()
    await at('sign-in-failure').getByText('do not belong together').waitFor()
    assert.match(await at('sign-in-failure').locator('code').innerText(), /^[0-9a-f]{32}$/)
  })
})

describe('a trader', () => {
  it('buys at the market and sees the fill and the balance', async () => {
    await openAsDemo()
    await at('ticket-type').selectOption('market')
    await at('ticket-quantity').fill('0.5')
    await at('ticket-send').click()
    await result('status', 'filled')
    await at('tab-fills').click()
    await at('fill-row').first().waitFor()
    await at('tab-balances').click()
    await stage.page.locator('[data-asset=BTC]').getByText('10.5').first().waitFor()
  })

  it('leaves an order in the book and cancels it by a key', async () => {
    await openAsDemo()
    await writeLimit('buy', '60000', '0.1')
    await stage.page.keyboard.press('Enter')
    await result('status', 'open')
    await at('order-row').first().focus()
    await stage.page.keyboard.press('x')
    await result('status', 'canceled')
    await stage.page.getByText('No order is working.').waitFor()
  })

  it('gives an order another price in its row, and is told what is wrong with one', async () => {
    await openAsDemo()
    await writeLimit('buy', '60000', '0.1')
    await at('ticket-send').click()
    await result('status', 'open')
    await at('order-row').first().focus()
    await stage.page.keyboard.press('e')
    await at('order-change-price').fill('60000.001')
    await at('order-changing').getByText('Price must be a multiple of 0.01.').waitFor()
    await at('order-change-price').fill('60010')
    await stage.page.keyboard.press('Enter')
    await at('order-change-result').getByText('Changed').waitFor()
    await at('order-row').getByText('60,010.00').waitFor()
    assert.equal(stage.venue.account.orders.length, 1)
  })

  it('takes the line of an order to another price, and sends it from its row', async () => {
    await openAsDemo()
    const bid = await stage.page.locator('[aria-label=Bids] [data-price]').first().innerText()
    await writeLimit('buy', (Number(bid.split('\n')[0].replace(/,/g, '')) - 60).toFixed(2), '0.1')
    await at('ticket-send').click()
    await result('status', 'open')
    const picture = at('chart').locator('[role=img]')
    const { x, y, height } = await picture.boundingBox()
    const isOnLine = () => picture.evaluate((it) => it.classList.contains('cursor-ns-resize'))
    let line = y
    do {
      line += 3
      assert.ok(line < y + height, 'the line is in sight')
      await stage.page.mouse.move(x + 80, line)
    } while (!(await isOnLine()))
    await stage.page.mouse.down()
    await stage.page.mouse.move(x + 80, line + 30, { steps: 3 })
    await stage.page.mouse.up()
    const before = stage.venue.account.orders[0].price
    await at('order-change-price').waitFor()
    const asked = await at('order-change-price').inputValue()
    assert.ok(Math.round(Number(asked) * 100) < before, `${asked} is below`)
    assert.equal(stage.venue.account.orders[0].price, before)
    await at('order-change-price').press('Enter')
    await at('order-change-result').getByText('Changed').waitFor()
    assert.equal(stage.venue.account.orders[0].price, Math.round(Number(asked) * 100))
  })

  it('cancels all orders by a button that says how many', async () => {
    await openAsDemo()
    for (const price of ['60000', '60001', '60002']) {
      await writeLimit('buy', price, '0.1')
      await at('ticket-send').click()
      await at('order-row').filter({ hasText: price.slice(2) }).waitFor()
    }
    await at('cancel-all').getByText('Cancel 3 orders').click()
    await at('cancel-all-confirm').getByText('Cancel 3 orders').click()
    await stage.page.getByText('No order is working.').waitFor()
    const canceled = stage.venue.account.orders.filter(({ status }) => status === 'canceled')
    assert.equal(canceled.length, 3)
  })

  it('sends one order by a double click', async () => {
    await openAsDemo()
    await writeLimit('buy', '60000', '0.1')
    await at('ticket-send').dblclick()
    await result('step', 'acknowledged')
    await at('tab-history').click()
    await at('history-row').first().waitFor()
    assert.equal(stage.venue.account.orders.length, 1)
  })

  it('is asked once about a size far beyond the usual', async () => {
    await openAsDemo()
    await writeLimit('buy', '60000', '0.1')
    await at('ticket-send').click()
    await result('status', 'open')
    await at('ticket-quantity').fill('2')
    await at('ticket-send').click()
    await at('ticket-question').waitFor()
    assert.equal(stage.venue.account.orders.length, 1)
    await at('ticket-send').click()
    await at('order-row').nth(1).waitFor()
  })

  it('is told why an order was refused, and which rule', async () => {
    await openAsDemo()
    await writeLimit('buy', '60000', '900')
    await at('ticket-send').click()
    await result('step', 'refused')
    await at('ticket-result').getByText('must not need more than is available').waitFor()
  })

  it('is told of a fault before anything is sent', async () => {
    await openAsDemo()
    await writeLimit('buy', '60000.001', '1')
    await stage.page.getByText('Price must be a multiple of 0.01.').waitFor()
    await at('ticket-send').click()
    assert.equal(stage.venue.account.orders.length, 0)
  })

  it('sends the same order under the same key when no answer came', async () => {
    await openAsDemo()
    const keys = []
    stage.page.on('request', (request) => {
      const body = request.method() === 'POST' ? request.postDataJSON() : {}
      if (body.clientOrderId !== undefined) keys.push(body.clientOrderId)
    })
    await writeLimit('sell', '70000', '0.1')
    stage.venue.faults.refuseEverything = true
    await at('ticket-send').click()
    await result('step', 'unanswered')
    stage.venue.faults.refuseEverything = false
    await at('ticket-send-again').click()
    await result('status', 'open')
    assert.equal(keys.length, 2)
    assert.equal(keys[0], keys[1])
  })

  it('learns from the stream of an order whose answer was lost', async () => {
    await openAsDemo()
    stage.venue.faults.muteOrders = true
    await writeLimit('sell', '70000', '0.1')
    await at('ticket-send').click()
    await result('status', 'open')
  })

  it('fills the ticket from the book and from the keyboard', async () => {
    await openAsDemo()
    await stage.page.locator('[aria-label=Offers] [data-price]').first().click()
    const price = await at('ticket-price').inputValue()
    assert.match(price, /^\d+\.\d\d$/)
    await at('ticket-price').press('Shift+ArrowUp')
    const moved = Number(await at('ticket-price').inputValue())
    assert.ok(Math.abs(moved - Number(price) - 0.1) < 1e-6)
    await stage.page.keyboard.press('Escape')
    await stage.page.keyboard.press('5')
    assert.ok(Number(await at('ticket-quantity').inputValue()) > 7)
  })

  it('keeps the page when the session ends, and goes on after signing in again', async () => {
    await openAsDemo('/?symbol=ETH-USD')
    await writeLimit('buy', '3000', '1')
    await stage.page.waitForLoadState('networkidle')
    stage.venue.expireTokens()
    await at('ticket-send').click()
    await stage.page.getByText('Your session has ended.').waitFor()
    assert.match(stage.page.url(), /ETH-USD/)
    await at('try-demo').click()
    await at('ticket-price').waitFor()
    assert.equal(await at('ticket-price').inputValue(), '3000')
  })

  it('stays signed in over a reload', async () => {
    await openAsDemo()
    await stage.page.reload()
    await at('ticket-send').waitFor()
  })
})

describe('the connection', () => {
  it('comes back by itself and goes on without a gap', async () => {
    await openAsDemo()
    await writeLimit('buy', '60000', '0.1')
    await at('ticket-send').click()
    await result('status', 'open')
    const frames = []
    stage.page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => frames.push(payload)),
    )
    stage.venue.faults.refuseSockets = true
    stage.venue.dropSockets()
    await stage.page.waitForSelector('[data-link=reconnecting]')
    await stage.page.waitForSelector('[data-stale=true]')
    await at('watchlist').getByText(/\d s old/).waitFor()
    stage.venue.faults.refuseSockets = false
    stage.venue.account.cancel(stage.venue.account.orders[0].id)
    await stage.page.waitForSelector('[data-link=connected]', { timeout: 30_000 })
    await stage.page.waitForSelector('[data-stale=false]')
    await result('status', 'canceled')
    assert.ok(frames.some((frame) => frame.includes('"recover"')))
  })
})

describe('the keyboard', () => {
  it('opens the palette, finds a market and goes there', async () => {
    await open()
    await stage.page.keyboard.press('Control+k')
    await stage.page.keyboard.type('globex')
    await stage.page.keyboard.press('Enter')
    await stage.page.waitForURL(/symbol=GLOBEX/)
  })

  it('shows its sheet, and Esc leaves it', async () => {
    await open()
    await stage.page.keyboard.press('?')
    await stage.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await stage.page.keyboard.press('Escape')
    await stage.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('goes to the ticket with a side, and to a panel by G', async () => {
    await openAsDemo()
    await stage.page.keyboard.press('s')
    await stage.page.waitForSelector('[data-testid=ticket-sell][aria-checked=true]')
    await stage.page.waitForSelector('[data-testid=ticket-quantity]:focus')
    await stage.page.keyboard.press('Escape')
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('o')
    await stage.page.waitForSelector('[data-testid=blotter]:focus')
  })
})

describe('a phone', () => {
  it('has every panel one thumb apart and nothing beyond its edge', async () => {
    await open('/?symbol=BTC-USD', { width: 360, height: 740 })
    for (const [tab, panel] of [
      ['markets', 'watchlist'],
      ['chart', 'chart'],
      ['book', 'book'],
      ['orders', 'blotter'],
      ['trade', 'ticket'],
    ]) {
      await at(`panel-${tab}`).click()
      await at(panel).waitFor()
      const width = await stage.page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(width <= 360, `${tab} is ${width} wide`)
    }
    await at('try-demo').click()
    await at('ticket-send').waitFor()
  })
})
