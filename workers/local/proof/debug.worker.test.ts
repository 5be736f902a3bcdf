import { it } from 'vitest'
import { lines, raw } from './raw.ts'
import { aStage, ORIGIN } from './stage.ts'

it('x', async () => {
  const stage = await aStage()
  const host = `Host: ${stage.url().host}`
  const t = async (name: string, ...parts: string[]) => {
    const s = performance.now()
    const a = await raw(stage.url(), parts, 2000)
    console.log(name, Math.round(performance.now() - s), JSON.stringify(a.all.slice(0, 700)))
  }
  await t('zz', lines('GET /api/skills/%zz HTTP/1.1', host, 'Connection: close'))
  await t('q zz', lines('GET /api/skills?q=%zz HTTP/1.1', host, 'Connection: close'))
  await t('health', lines('GET /api/health HTTP/1.1', host, 'Connection: close'))
  await t(
    '2 lengths',
    lines(
      'POST /api/newsletter HTTP/1.1',
      host,
      'Connection: close',
      `Origin: ${ORIGIN}`,
      'Content-Type: application/json',
      'Content-Length: 32',
      'Content-Length: 1',
    ),
    '{"email":"smuggled@example.org"}',
  )
  await t(
    'len+chunk',
    lines(
      'POST /api/newsletter HTTP/1.1',
      host,
      'Connection: close',
      `Origin: ${ORIGIN}`,
      'Content-Type: application/json',
      'Content-Length: 32',
      'Transfer-Encoding: chunked',
    ),
    '{"email":"smuggled@example.org"}',
  )
  await t(
    'len nan',
    lines(
      'POST /api/newsletter HTTP/1.1',
      host,
      'Connection: close',
      `Origin: ${ORIGIN}`,
      'Content-Type: application/json',
      'Content-Length: many',
    ),
    '{"email":"smuggled@example.org"}',
  )
  await t('connect', lines('CONNECT /api/newsletter HTTP/1.1', host, 'Connection: close'))
  const body = '{"email":"host@example.org"}'
  await t(
    'absolute',
    lines(
      'POST http://evil.test/api/newsletter HTTP/1.1',
      'Host: evil.test',
      `Origin: ${ORIGIN}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Connection: close',
    ),
    body,
  )
  await t(
    'evil host',
    lines(
      'POST /api/newsletter HTTP/1.1',
      'Host: evil.test',
      `Origin: ${ORIGIN}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Connection: close',
    ),
    body,
  )
  console.log(stage.lines.slice(-3).join('\n'))
  await stage.stop()
})
