import { describe, expect, it } from 'vitest'
import { aVisitor, PHONE, silent, type Visitor } from './browser.ts'
import { fillInJoining, PASSWORD } from './coming-in.ts'
import { linkTo } from './letters.ts'

const heading = ({ page }: Visitor) => page.getByRole('heading', { level: 1 }).textContent()
const path = ({ page }: Visitor) => new URL(page.url()).pathname

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a visitor on a phone, %s', (_, javaScriptEnabled) => {
  const handle = `vera-${javaScriptEnabled ? 'one' : 'two'}`
  const email = `${handle}@example.org`

  it('joins, confirms by mail, forgets the password and chooses a new one', { timeout: 90_000 }, async () => {
    const visitor = await aVisitor({ viewport: PHONE, javaScriptEnabled })
    const { page } = visitor
    await fillInJoining(page, { name: 'Vera Vogel', email, handle })
    await page.getByRole('button', { name: 'Ask to join' }).click()
    expect(await heading(visitor)).toBe('Look into your mail')
    await page.goto(await linkTo(email, '/join/confirm'))
    expect(await page.getByLabel('The password you chose').count()).toBe(0)
    await page.getByRole('button', { name: 'Yes, this is my address' }).click()
    await page.waitForURL(/\/welcome/)
    await page.goto('/settings/sign-ins')
    expect(await page.getByText('This one').isVisible()).toBe(true)

    const elsewhere = await aVisitor({ javaScriptEnabled })
    await elsewhere.page.goto('/password-reset')
    await elsewhere.page.getByLabel('E-mail address').fill(email)
    await elsewhere.page.getByRole('button', { name: 'Send me the link' }).click()
    await elsewhere.page.goto(await linkTo(email, '/password-reset/new'))
    await elsewhere.page.getByLabel('New password').fill('eight looms and a forge')
    await elsewhere.page.getByRole('button', { name: 'Use this password' }).click()
    expect(await heading(elsewhere)).toBe('Your new password counts')
    silent(elsewhere)
    await elsewhere.leave()

    await page.goto('/settings/sign-ins')
    expect(path(visitor)).toBe('/sign-in')
    silent(visitor)
    await visitor.leave()
  })
})

describe('a link that is opened in another browser', () => {
  it('asks for the password that was chosen', { timeout: 60_000 }, async () => {
    const email = 'vera-three@example.org'
    const [asked, other] = [await aVisitor(), await aVisitor({ viewport: PHONE })]
    await fillInJoining(asked.page, { name: 'Vera', email, handle: 'vera-three' })
    await asked.page.getByRole('button', { name: 'Ask to join' }).click()
    await other.page.goto(await linkTo(email, '/join/confirm'))
    await other.page.getByLabel('The password you chose').fill(PASSWORD)
    await other.page.getByRole('button', { name: 'Yes, this is my address' }).click()
    await other.page.waitForURL(/\/welcome/)
    await Promise.all([asked.leave(), other.leave()])
  })
})

describe('a mistake in the form', () => {
  it('is told beside its field, and only the password has to be written again', async () => {
    const visitor = await aVisitor({ javaScriptEnabled: false })
    const { page } = visitor
    await fillInJoining(page, { name: 'Vera', email: 'vera-four@example.org', handle: 'admin', age: '13 to 15' })
    await page.getByLabel('A parent’s or guardian’s e-mail address').fill('rosa@example.org')
    await page.getByRole('button', { name: 'Ask to join' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('kept free for the house')
    expect(await page.getByLabel('Your name').inputValue()).toBe('Vera')
    expect(await page.getByLabel('Handle').inputValue()).toBe('admin')
    expect(await page.getByLabel('13 to 15').isChecked()).toBe(true)
    expect(await page.getByLabel('I have read').isChecked()).toBe(true)
    expect(await page.getByLabel('Password').inputValue()).toBe('')
    await visitor.leave()
  })
})

describe('a guardian', () => {
  it('reads what is asked, agrees, and finds the old link used up', { timeout: 60_000 }, async () => {
    const [child, guardian] = [await aVisitor({ viewport: PHONE }), await aVisitor({ javaScriptEnabled: false })]
    await fillInJoining(child.page, { name: 'Kim', email: 'kim@example.org', handle: 'kim-draws', age: '13 to 15' })
    await child.page.getByLabel('A parent’s or guardian’s e-mail address').fill('kims-mother@example.org')
    await child.page.getByRole('button', { name: 'Ask to join' }).click()
    await child.page.goto(await linkTo('kim@example.org', '/join/confirm'))
    await child.page.getByRole('button', { name: 'Yes, this is my address' }).click()
    const link = await linkTo('kims-mother@example.org', '/guardian')
    await guardian.page.goto(link)
    expect(await heading(guardian)).toBe('May Kim take part?')
    await guardian.page.getByLabel('Your name').fill('Rosa')
    await guardian.page.getByRole('button', { name: 'Yes, I agree' }).click()
    expect(await heading(guardian)).toBe('Thank you. Your word counts')
    await guardian.page.goto(link)
    expect(await heading(guardian)).toBe('This link does not work any more')
    await Promise.all([child.leave(), guardian.leave()])
  })
})

describe('the password field', () => {
  it('V6.2.7 shows what is typed when asked, and takes what is pasted', async () => {
    const { page, leave } = await aVisitor()
    await page.goto('/join')
    const field = page.locator('#password')
    await field.focus()
    await page.keyboard.insertText(PASSWORD)
    await page.getByRole('button', { name: 'Show what I type' }).click()
    expect([await field.getAttribute('type'), await field.inputValue()]).toEqual(['text', PASSWORD])
    await page.getByRole('button', { name: 'Hide what I type' }).click()
    expect(await field.getAttribute('type')).toBe('password')
    await leave()
  })
})
