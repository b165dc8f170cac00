// Accounts, positions, equity and long lists, in a real browser.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  at, buyAtMarket, moves, openAsDemo, phone, result, stage, takeTheStage, writeLimit,
} from './stage.js'

takeTheStage({ past: 120 })

const row = (symbol) => stage.page.locator(`[data-position=${symbol}]`)

describe('a position', () => {
  it('appears with the fill, moves with the market and is closed by a button that names it',
    async () => {
      await openAsDemo('/?symbol=RATEL-FC')
      await at('tab-positions').click()
      assert.equal(await row('RATEL-FC').count(), 0)
      await buyAtMarket('7')
      await row('RATEL-FC').waitFor()
      assert.match(await row('RATEL-FC').innerText(), /RATEL-FC\s+7\s/)
      await moves(row('RATEL-FC'))
      await row('RATEL-FC').getByText('Close').click()
      await at('position-close-confirm').getByText('Sell 7 RATEL-FC at market').click()
      await stage.page.waitForSelector('[data-testid=position-closing][data-status=filled]')
      await stage.page.waitForSelector('[data-position=RATEL-FC][data-flat=true]')
      assert.equal(stage.venue.account.orders[0].side, 'sell')
    })

  it('is not closed by a double click on Close, nor when it is kept', async () => {
    await openAsDemo('/?symbol=RATEL-FC')
    await buyAtMarket('7')
    const { length } = stage.venue.account.orders
    await at('tab-positions').click()
    await row('RATEL-FC').getByText('Close').dblclick()
    await row('RATEL-FC').focus()
    await stage.page.keyboard.press('x')
    await stage.page.waitForSelector('[data-testid=position-close-confirm]:focus')
    await stage.page.keyboard.press('Escape')
    await at('position-closing').waitFor({ state: 'detached' })
    assert.equal(stage.venue.account.orders.length, length)
  })

  it('is closed by the keyboard alone', async () => {
    await openAsDemo('/?symbol=RATEL-FC')
    await buyAtMarket('7')
    await stage.page.keyboard.press('Escape')
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('p')
    await stage.page.waitForSelector('[data-testid=position-row]:focus')
    while ((await stage.page.locator('[data-position=RATEL-FC]:focus').count()) === 0) {
      await stage.page.keyboard.press('ArrowDown')
    }
    await stage.page.keyboard.press('x')
    await stage.page.keyboard.press('Enter')
    await stage.page.waitForSelector('[data-position=RATEL-FC][data-flat=true]')
  })

  it('is closed on a phone', async () => {
    await openAsDemo('/?symbol=RATEL-FC', phone)
    await buyAtMarket('7')
    await at('panel-orders').click()
    await row('RATEL-FC').getByText('Close').click()
    await at('position-close-confirm').click()
    await stage.page.waitForSelector('[data-position=RATEL-FC][data-flat=true]')
    const wide = await at('blotter').evaluate((panel) => panel.scrollWidth > panel.clientWidth)
    assert.equal(wide, false)
  })
})

describe('a person with two accounts', () => {
  it('trades for the one on the screen, and finds it again after a reload', async () => {
    await openAsDemo('/?symbol=RATEL-FC')
    await at('tab-balances').click()
    await stage.page.locator('[data-asset=BTC]').waitFor()
    await at('account-picker').selectOption({ label: 'Sports' })
    await stage.page.locator('[data-asset=BTC]').waitFor({ state: 'detached' })
    await stage.page.locator('[data-asset=RATEL-FC]').getByText('400').first().waitFor()
    await writeLimit('sell', '90', '3')
    await at('ticket-send').click()
    await result('status', 'open')
    const [main, sports] = [...stage.venue.accounts.values()]
    assert.equal(sports.orders.length, 1)
    assert.equal(main.orders.every((order) => order.id.startsWith('4')), true)
    await stage.page.reload()
    await at('tab-orders').click()
    await at('order-row').first().waitFor()
    assert.equal(await at('account-picker').inputValue(), sports.id)
  })

  it('goes to the other by G and A', async () => {
    await openAsDemo()
    await at('account-picker').waitFor()
    await stage.page.keyboard.press('Escape')
    await stage.page.keyboard.press('g')
    await stage.page.keyboard.press('a')
    await stage.page.waitForFunction(
      (id) => document.querySelector('[data-testid=account-picker]').value === id,
      '1000002',
    )
  })
})

describe('what positions live through', () => {
  const event = (kind, sequence, more) => ({
    id: String(sequence), accountId: '1000001', kind, sequence,
    time: new Date().toISOString(), ...more,
  })
  const call = (sequence) =>
    event('marginCall', sequence, { asset: 'USD', equity: '90.00', initialMargin: '100.00' })

  it('is told at once where it costs something, and listed where it does not', async () => {
    await openAsDemo()
    await at('tab-margin').click()
    await stage.venue.tell(event('triggered', 1, { symbol: 'BTC-USD', orderId: '7' }))
    await at('account-event').getByText('Order 7 in BTC-USD was triggered').waitFor()
    assert.equal(await at('notice').count(), 0)
    await stage.venue.tell(call(2))
    await at('notice').getByText('Margin call: equity 90.00 is below 100.00 USD').waitFor()
    await at('notice').getByRole('button').click()
    await at('notice').waitFor({ state: 'detached' })
    await stage.page.reload()
    await at('ticket-send').waitFor()
    await at('tab-margin').click()
    await at('account-event').nth(1).waitFor()
    assert.equal(await at('away').count(), 0, 'what was seen is not news again')
  })

  it('is told after an absence, until it is dismissed', async () => {
    stage.venue.tell(call(3))
    await openAsDemo()
    await at('away').getByText('Margin call').waitFor()
    await at('away-dismiss').click()
    await stage.page.reload()
    await at('ticket-send').waitFor()
    await at('tab-margin').click()
    await at('account-event').waitFor()
    assert.equal(await at('away').count(), 0)
  })
})

describe('the worth of an account', () => {
  it('is shown with what the day has brought, by sign and arrow', async () => {
    await openAsDemo()
    await at('day-profit').getByText(/[▴▾] [+−][\d,]+\.\d\d/).waitFor()
    await moves(at('equity'))
  })

  it('is drawn over a day, a week and a month, with a table behind', async () => {
    await openAsDemo()
    await at('tab-equity').click()
    await stage.page.waitForSelector('[data-testid=equity-chart] canvas')
    await at('range-1M').click()
    await at('range-profit').getByText(/%/).waitFor()
    await at('equity-table').click()
    assert.ok((await at('blotter').locator('tbody tr').count()) > 20)
  })
})

describe('a list that is longer than its page', () => {
  it('shows what is older when it is asked to, to its end', async () => {
    await openAsDemo()
    for (const [tab, rows] of [['fills', 'fill-row'], ['history', 'history-row']]) {
      await at(`tab-${tab}`).click()
      await at(rows).first().waitFor()
      assert.equal(await at(rows).count(), 100)
      await at('show-older').click()
      await at(rows).nth(119).waitFor()
      await at('show-older').waitFor({ state: 'detached' })
    }
  })
})
