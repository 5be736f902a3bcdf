import { ways } from './ways.ts'

// What members write on their sites, and who stands before it.
export const posts = ways({
  declared: `
GET    /api/posts                            members  reading  never  query
POST   /api/posts                            members  writing  never  json 65536
GET    /api/posts/:id                        members  reading  never  param
PUT    /api/posts/:id                        members  writing  never  param json 65536
DELETE /api/posts/:id                        members  writing  never  param
PUT    /api/posts/:id/out                    members  writing  never  param json 65536
DELETE /api/posts/:id/out                    members  writing  never  param
GET    /api/posts/:id/versions               members  reading  never  param
GET    /api/posts/:id/versions/:number       members  reading  never  param
PUT    /api/posts/:id/versions/:number/back  members  writing  never  param
`,
  matrix: `
1++++ +1+++ 333  GET    /site/posts
1++++ +1+++ 333  GET    /site/posts/new
1++++ +1++3 333  POST   /site/posts/new
1++++ +1+++ 333  GET    /site/posts/:id
1++++ +1++3 333  POST   /site/posts/:id
1++++ +1+++ +++  GET    /api/posts
1++++ +1++3 3++  POST   /api/posts
1++++ +1+++ +++  GET    /api/posts/:id
1++++ +1++3 3++  PUT    /api/posts/:id
1++++ +1++3 3++  DELETE /api/posts/:id
1++++ +1++3 3++  PUT    /api/posts/:id/out
1++++ +1++3 3++  DELETE /api/posts/:id/out
1++++ +1+++ +++  GET    /api/posts/:id/versions
1++++ +1+++ +++  GET    /api/posts/:id/versions/:number
1++++ +1++3 3++  PUT    /api/posts/:id/versions/:number/back
`,
})
