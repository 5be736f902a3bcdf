import { buildWhenNeeded } from '../build.ts'

export default buildWhenNeeded
