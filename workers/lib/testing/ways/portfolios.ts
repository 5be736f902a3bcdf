import { ways } from './ways.ts'

// Sites of members: as everybody sees them, and as they work on them.
export const portfolios = ways({
  declared: `
GET    /:at{@[^/]+}                     everyone  reading  public
GET    /:at{@[^/]+}/*                   everyone  reading  public
GET    /site-preview/:link              everyone  reading  never   param
GET    /site-preview/:link/*            everyone  reading  never   param
GET    /api/site                        members   reading  never
PUT    /api/site                        members   writing  never   json 65536
PUT    /api/site/pages/:slug           members   writing  never   param json 65536
DELETE /api/site/pages/:slug           members   writing  never   param
GET    /api/site/checklist              members   reading  never
GET    /api/site/publishing             members   reading  never
PUT    /api/site/open                   members   writing  never
DELETE /api/site/open                   members   writing  never
PUT    /api/site/versions/:number/open  members   writing  never   param
GET    /api/site/copy                   members   reading  never
PUT    /api/site/copy                   members   writing  never   json 2048
GET    /api/site/copy/file              members   reading  never
GET    /api/site/letters                members   reading  never   query
PUT    /api/site/letters/:id/spam       members   writing  never   param
DELETE /api/site/letters/:id/spam       members   writing  never   param
DELETE /api/site/letters/:id            members   writing  never   param
PUT    /api/site/letter-box             members   writing  never   json 2048
`,
  matrix: `
+++++ +++++ +++  GET    /:at{@[^/]+}
+++++ +++++ +++  GET    /:at{@[^/]+}/*
1++++ +1+++ 333  GET    /site
1++++ +1++3 333  POST   /site
1++++ +1+++ 333  GET    /site/menu
1++++ +1++3 333  POST   /site/menu
1++++ +1+++ 333  GET    /site/pages
1++++ +1++3 333  POST   /site/pages
1++++ +1+++ 333  GET    /site/pages/:slug
1++++ +1++3 333  POST   /site/pages/:slug
1++++ +1+++ 333  GET    /site/publish
1++++ +1++3 333  POST   /site/publish
1++++ +1+++ 333  GET    /site/versions
1++++ +1++3 333  POST   /site/versions
1++++ +1+++ 333  GET    /site/versions/:number
1++++ +1++3 333  POST   /site/versions/:number
+++++ +++++ +++  GET    /site-preview/:link
+++++ +++++ +++  GET    /site-preview/:link/*
1++++ +1+++ +++  GET    /api/site
1++++ +1++3 3++  PUT    /api/site
1++++ +1++3 3++  PUT    /api/site/pages/:slug
1++++ +1++3 3++  DELETE /api/site/pages/:slug
1++++ +1+++ +++  GET    /api/site/checklist
1++++ +1+++ +++  GET    /api/site/publishing
1++++ +1++3 3++  PUT    /api/site/open
1++++ +1++3 3++  DELETE /api/site/open
1++++ +1++3 3++  PUT    /api/site/versions/:number/open
1++++ +1+++ 333  GET    /site/copy
1++++ +1++3 333  POST   /site/copy
1++++ +1+++ +++  GET    /api/site/copy
1++++ +1++3 3++  PUT    /api/site/copy
1++++ +1+++ +++  GET    /api/site/copy/file
+++++ +++++ +++  GET    /write/:handle
+++++ ++++3 3++  POST   /write/:handle
1++++ +1+++ 333  GET    /site/letters
1++++ +1++3 333  POST   /site/letters
1++++ +1+++ +++  GET    /api/site/letters
1++++ +1++3 3++  PUT    /api/site/letters/:id/spam
1++++ +1++3 3++  DELETE /api/site/letters/:id/spam
1++++ +1++3 3++  DELETE /api/site/letters/:id
1++++ +1++3 3++  PUT    /api/site/letter-box
`,
})
