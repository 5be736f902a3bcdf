import { ways } from './ways.ts'

// Sites of members, as everybody sees them.
export const portfolios = ways({
  declared: `
GET    /:at{@[^/]+}                     everyone  reading  public
GET    /:at{@[^/]+}/*                   everyone  reading  public
`,
  matrix: `
+++++ +++++ +++  GET    /:at{@[^/]+}
+++++ +++++ +++  GET    /:at{@[^/]+}/*
`,
})
