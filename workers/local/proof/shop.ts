import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#db/id.ts'
import { freePort } from '#db/local/server-process.ts'
import { asMember, NO_VISIT, openCtx } from '#workers/lib/context.ts'
import { aListing } from '#workers/lib/testing/market.ts'
import type { Somebody } from '#workers/lib/testing/people.ts'
import type { World } from '#workers/lib/testing/world.ts'
import type { Post } from '../sandbox/deliver.ts'
import { startSandbox } from '../sandbox/server.ts'
import { newSandboxKeys } from '../secrets.ts'
import { aPerson } from './person.ts'
import { aRealPostgres, aStage, ORIGIN } from './stage.ts'

export type Shop = Awaited<ReturnType<typeof aShop>>

// The built Worker on a real Postgres beside a sandbox that tells nothing by itself, and a maker with something to sell.
export async function aShop() {
  const keys = newSandboxKeys()
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-shop-'))
  let tell: Post = fetch
  const { sandbox, base, stop } = await startSandbox({
    port: await freePort(),
    folder,
    keys,
    hooks: ORIGIN,
    post: (address, init) => tell(address, init),
  })
  sandbox.does.behave({ held: true })
  const vars = { ...keys, STRIPE_API_BASE: base, PAYPAL_API_BASE: base }
  const stage = await aStage({ postgres: await aRealPostgres({ maxConnections: 200 }), vars })
  tell = (address, init) => stage.ask(new URL(address).pathname, init)
  // Everybody comes from somewhere else.
  const ctx = () => ({
    ...openCtx(stage.env, { kind: 'job', name: 'a test' }, () => {}),
    visit: { ...NO_VISIT, network: newId() },
  })
  const { id } = await aPerson(stage)
  const member = { id, handle: 'imke', name: 'Imke', portrait: null, roles: [], signIn: undefined, waiting: false }
  const maker = { id, ctx: asMember(ctx(), member) } as unknown as Somebody
  return {
    stage,
    sandbox,
    ctx,
    // What makers of tests need of a world.
    world: { ctx, sandbox } as unknown as World,
    // One message, as they would sign and send it.
    send: (provider: 'stripe' | 'paypal', event: string) => sandbox.send(provider, event),
    maker,
    offer: (offer?: Parameters<typeof aListing>[1]) => aListing(maker, offer),
    async close() {
      await stage.stop()
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
