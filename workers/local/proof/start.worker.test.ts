import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '#db/local/server-process.ts'
import { slowness } from '#workers/lib/testing/quick.ts'

type Start = { told(): string; open: Promise<boolean>; end(signal?: NodeJS.Signals): Promise<number | null> }

let folder: string
let ports: Record<'PORT' | 'MAIL_PORT' | 'BRIDGE_PORT' | 'SANDBOX_PORT', string>
const running = new Set<ChildProcess>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-start-'))
  ports = {
    PORT: String(await freePort()),
    MAIL_PORT: String(await freePort()),
    BRIDGE_PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
  }
})
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

function start(env: Record<string, string> = {}): Start {
  const child = spawn('node', ['workers/local/start.ts'], {
    env: { ...process.env, ...ports, GUILDHALL_DATA: folder, ...env },
  })
  running.add(child)
  let told = ''
  const exited = once(child, 'exit')
  const open = new Promise<boolean>((answer) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (words) => {
        told += words
        if (told.includes('Guildhall is open')) answer(true)
      })
    exited.then(() => answer(false))
  })
  const end = async (signal?: NodeJS.Signals) => {
    if (signal) child.kill(signal)
    const [code] = await exited
    running.delete(child)
    return code
  }
  return { told: () => told, open, end }
}

const site = (path: string, init?: RequestInit) => fetch(`http://localhost:${ports.PORT}${path}`, init)

describe('npm start', { timeout: 120_000 }, () => {
  it('opens, closes on Ctrl-C, opens again within 15 seconds with everything still there, also after a power cut', async () => {
    const first = start()
    expect(await first.open, first.told()).toBe(true)
    expect(first.told()).toContain('the demo community has moved in')
    const works = await (await site('/api/works')).text()
    expect(await first.end('SIGINT')).toBe(0)

    const begun = performance.now()
    const second = start()
    expect(await second.open, second.told()).toBe(true)
    expect((performance.now() - begun) / slowness()).toBeLessThan(15_000)
    expect(await (await site('/api/works')).text()).toBe(works)
    await second.end('SIGKILL')

    const third = start()
    expect(await third.open, third.told()).toBe(true)
    expect(await (await site('/api/works')).text()).toBe(works)
    expect(await third.end('SIGTERM')).toBe(0)
  })

  it('says which port is taken and how to choose another', async () => {
    const other = createServer().listen(Number(ports.PORT), '127.0.0.1')
    const tried = start()
    expect(await tried.end()).toBe(1)
    expect(tried.told()).toContain(`Port ${ports.PORT} is in use by another program.`)
    expect(tried.told()).toContain(`PORT=${Number(ports.PORT) + 100} npm start`)
    other.close()
  })

  it('says that the data folder belongs to a house that is open already', async () => {
    const first = start()
    expect(await first.open, first.told()).toBe(true)
    const second = start({
      PORT: String(await freePort()),
      MAIL_PORT: String(await freePort()),
      BRIDGE_PORT: String(await freePort()),
      SANDBOX_PORT: String(await freePort()),
    })
    expect(await second.end()).toBe(1)
    expect(second.told()).toContain('Another Guildhall is already running on this data folder.')
    await first.end('SIGINT')
  })

  it('says that the data folder cannot be read and how to start afresh', async () => {
    const first = start()
    await first.open
    await first.end('SIGINT')
    await writeFile(join(folder, 'postgres/data/global/pg_control'), 'not what it was')
    const second = start()
    expect(await second.end()).toBe(1)
    expect(second.told()).toContain('npm run reset')
    expect(second.told()).not.toContain('    at ')
  })

  it('says that the database of DATABASE_URL does not answer', async () => {
    const tried = start({ DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/nothing` })
    expect(await tried.end()).toBe(1)
    expect(tried.told()).toContain('does not answer')
    expect(tried.told()).toContain('unset DATABASE_URL')
  })
})
