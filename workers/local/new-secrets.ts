import { newSecrets } from './secrets.ts'

const { DEMO_PASSWORD: _, ...secrets } = newSecrets()

console.log(
  'Fresh secrets. Put each one in its place, and LINK_SECRET in your safe as well: another one makes second steps unreadable.\n',
)
for (const [name, value] of Object.entries(secrets))
  console.log(`npx wrangler secret put ${name} --env production\n${value}\n`)
