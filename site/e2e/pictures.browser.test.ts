import { describe, expect, inject, it } from 'vitest'

const ask = (path: string, headers: Record<string, string> = {}) => fetch(inject('site') + path, { headers })

async function firstPicture() {
  const page = await (await ask('/works')).text()
  return /(?<=src=")\/media\/[^"?]+/.exec(page)?.[0] ?? 'no picture on the page of works'
}

describe('a picture that hangs in public', () => {
  it('F24 is not sent again to whoever has it: storage gives no body, and the answer is 304', async () => {
    const address = await firstPicture()
    const first = await ask(address)
    expect(first.status).toBe(200)
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(0)
    const again = await ask(address, { 'If-None-Match': first.headers.get('ETag') ?? '' })
    expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: '' })
    expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'))
  })

  it.each<Record<string, string>>([
    { 'If-Match': '"another"' },
    { 'If-Unmodified-Since': 'Thu, 01 Jan 2015 00:00:00 GMT' },
  ])('F24 is sent whole where more is asked than whether it changed: %j', async (headers) => {
    const answer = await ask(await firstPicture(), headers)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0)
  })
})
