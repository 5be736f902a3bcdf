/// <reference types="astro/client" />

// Another one for every build: see astro.config.mjs.
declare const BUILD_ID: string

declare namespace App {
  interface Locals {
    cfContext: ExecutionContext & import('#workers/lib/http/pages.ts').Handed
    ctx: import('#workers/lib/context.ts').Ctx
    // How this community wants its house to look; unknown while a page is made at build time.
    house: import('#workers/settings/inputs.ts').House | undefined
    // Which terms are in force, as far as this machine knows.
    terms: import('#workers/settings/settings.ts').TermsInForce | undefined
    environment: string
    origin: string
    // Why a page could not be shown; the error pages tell it.
    refusal: import('#workers/lib/errors.ts').Refusal | undefined
  }
}
