/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    cfContext: ExecutionContext & { ctx: import('#workers/lib/context.ts').Ctx }
    ctx: import('#workers/lib/context.ts').Ctx
    environment: string
  }
}
