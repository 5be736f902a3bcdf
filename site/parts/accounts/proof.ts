import type { AstroGlobal } from 'astro'
import { provedRecently } from '#workers/accounts/proof/proof.ts'
import { memberCtx } from '../member.ts'

// Whether the member may change what protects their account; whoever tries without is led to the proof and back.
export async function proofFor(page: AstroGlobal): Promise<{ proved: boolean; goProve: Response | undefined }> {
  const proved = await provedRecently(memberCtx(page))
  const asked = !proved && page.request.method === 'POST'
  const next = new URLSearchParams({ next: page.url.pathname })
  return { proved, goProve: asked ? page.redirect(`/prove?${next}`, 303) : undefined }
}
