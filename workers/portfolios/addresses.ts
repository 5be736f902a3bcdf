import type { Site } from '#site/portfolio/page.ts'

// Where a member's site is.
export const addressOf = (env: Pick<Env, 'ORIGIN'>, handle: string) => `${env.ORIGIN}/@${handle}`

export const houseOf = ({ ORIGIN }: Pick<Env, 'ORIGIN'>, { houseName }: { houseName: string }): Site['house'] => ({
  name: houseName,
  url: ORIGIN,
})
