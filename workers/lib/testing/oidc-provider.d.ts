// The package brings no types; this is what the tests use of it.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  type Account = { accountId: string; claims(): object }
  type Options = {
    clients: object[]
    claims: Record<string, string[]>
    findAccount(ctx: unknown, id: string): Account
    pkce: { required(): boolean }
  }

  export class Provider {
    constructor(issuer: string, options: Options)
    callback(): RequestListener
  }
}
