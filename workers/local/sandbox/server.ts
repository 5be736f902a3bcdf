import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Post } from './deliver.ts'
import { aSandbox, type Keys, type Sandbox } from './sandbox.ts'
import { emptyShelf, type Shelf } from './shelf.ts'

const ROUND_MS = 500
const PAYOUT_SECONDS = 10

type Wish = { port: number; folder: string; keys: Keys; hooks: string; post?: Post }

// The sandbox on a port of its own. What it knows is kept in a file, so that yesterday's payments are there today.
export async function startSandbox({ port, folder, keys, hooks, post = fetch }: Wish) {
  const file = `${folder}/sandbox.json`
  const shelf = readShelf(file)
  const base = `http://127.0.0.1:${port}`
  const sandbox = aSandbox({ keys, base, hooks, post, shelf })
  const server = createServer((request, answer) => void serve(sandbox, base, request, answer))
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  let kept = ''
  const keep = () => {
    const now = JSON.stringify(shelf)
    if (now === kept) return
    writeFileSync(`${file}.new`, now, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    kept = now
  }
  let busy = false
  const round = setInterval(async () => {
    if (busy) return
    busy = true
    finishPayouts(sandbox)
    await sandbox.deliver()
    keep()
    busy = false
  }, ROUND_MS)
  return {
    base,
    sandbox,
    async stop() {
      clearInterval(round)
      keep()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function readShelf(file: string): Shelf {
  try {
    const kept: Shelf = JSON.parse(readFileSync(file, 'utf8'))
    return { ...emptyShelf(), ...kept }
  } catch {
    return emptyShelf()
  }
}

function finishPayouts({ shelf, does }: Sandbox) {
  const how = shelf.manner.payouts
  if (how === 'wait') return
  const now = Date.now() / 1000
  for (const { id, status, created } of Object.values(shelf.stripe.payouts))
    if (status === 'pending' && now - created > PAYOUT_SECONDS) does.finishPayout(id, how)
  for (const [id, { items }] of Object.entries(shelf.paypal.batches))
    if (items?.[0]?.transaction_status === 'PENDING') does.finishPayout(id, how)
}

async function serve(sandbox: Sandbox, base: string, request: IncomingMessage, answer: ServerResponse) {
  try {
    const { method = 'GET', url = '/' } = request
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
    const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(await buffer(request))
    const told = await sandbox.fetch(base + url, { method, headers, body })
    answer.writeHead(told.status, Object.fromEntries(told.headers))
    answer.end(new Uint8Array(await told.arrayBuffer()))
  } catch {
    // What the sandbox means to lose breaks off, as a network would.
    request.socket.destroy()
  }
}
