/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    cfContext: ExecutionContext & { ctx: import('#workers/lib/context.ts').Ctx }
    ctx: import('#workers/lib/context.ts').Ctx
    environment: string
    origin: string
    // Set when a page could not be shown; the error pages read the reason from it.
    refusal?: import('#workers/lib/errors.ts').Refusal
  }
}
