import type { Site } from '#site/portfolio/page.ts'

// Where a member's site is.
export const addressOf = (env: Pick<Env, 'ORIGIN'>, handle: string) => `${env.ORIGIN}/@${handle}`

export const houseOf = (env: Pick<Env, 'ORIGIN'>): Site['house'] => ({ name: 'Guildhall', url: env.ORIGIN })
