import { ways } from './ways.ts'

// Files that members bring.
export const media = ways({
  declared: `
POST   /api/media                       members   writing  never   json 8192
GET    /api/media/:id                   members   reading  never   param
PUT    /api/media/:id/parts/:n          members   writing  never   param
POST   /api/media/:id/completion        members   writing  never   param
PUT    /api/media/:id/alt               members   writing  never   param json 8192
DELETE /api/media/:id                   members   writing  never   param
GET    /media/m/:id/:which              visitors  reading  private query param
GET    /media/:key{[a-z0-9][a-z0-9./_-]*}  everyone  reading  public
`,
  matrix: `
1++++ +1++3 3++  POST   /api/media
1++++ +1+++ +++  GET    /api/media/:id
1++++ +1++3 3++  PUT    /api/media/:id/parts/:n
1++++ +1++3 3++  POST   /api/media/:id/completion
1++++ +1++3 3++  PUT    /api/media/:id/alt
1++++ +1++3 3++  DELETE /api/media/:id
+++++ +++++ +++  GET    /media/m/:id/:which
+++++ +++++ +++  GET    /media/:key{[a-z0-9][a-z0-9./_-]*}
`,
})
