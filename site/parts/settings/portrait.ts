import type { AstroGlobal } from 'astro'
import type { MemberCtx } from '#workers/lib/context.ts'
import { Focus } from '#workers/people/portraits/inputs.ts'
import { keepPortrait, takeDownPortrait } from '#workers/people/portraits/portraits.ts'
import { memberCtx } from '../member.ts'
import { bytesOf, picturePosted } from '../picture.ts'

export const portraitPosted = (page: AstroGlobal) => picturePosted(page, (form) => hang(memberCtx(page), form))

async function hang(ctx: MemberCtx, form: FormData) {
  if (form.get('_form') === 'take-down') return takeDownPortrait(ctx)
  const focus = Focus.catch('center').parse(form.get('focus'))
  return keepPortrait(ctx, await bytesOf(form, 'portrait'), focus)
}
