import type { AstroGlobal } from 'astro'
import { hangLogo, takeDownLogo } from '#workers/settings/logo/logo.ts'
import { memberCtx } from '../member.ts'
import { bytesOf, picturePosted } from '../picture.ts'

export const logoPosted = (page: AstroGlobal) =>
  picturePosted(page, async (form) => {
    const ctx = memberCtx(page)
    return form.get('_form') === 'take-down' ? takeDownLogo(ctx) : hangLogo(ctx, await bytesOf(form, 'logo'))
  })
