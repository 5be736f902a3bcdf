import { buildWhenNeeded } from '../build.ts'

export default async function setup() {
  await buildWhenNeeded()
}
