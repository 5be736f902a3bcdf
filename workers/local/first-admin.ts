import { explain } from './plain.ts'
import { newSetUpLink } from './set-up-link.ts'

const url = process.env.MIGRATE_URL ?? process.env.DATABASE_URL
const origin = process.env.ORIGIN

if (!url || !origin) {
  console.error('Say which house: ORIGIN=https://… MIGRATE_URL=postgres://owner:…@host/db npm run first-admin')
  process.exit(1)
}

try {
  const link = await newSetUpLink(url, new URL(origin).origin)
  console.log(
    link
      ? `\nOpen this to become the first admin. It works once, for a day:\n\n  ${link}\n`
      : '\nThis house has an admin already. Admins make further admins under People.\n',
  )
} catch (error) {
  console.error(`\n${explain(error)}\n`)
  process.exit(1)
}
