import { ways } from './ways.ts'

// Growing: levels, quizzes, goals, the journal.
export const growth = ways({
  declared: `
GET    /api/my/growth                   members   reading  private
GET    /api/my/growth/:slug             members   reading  private  param query
POST   /api/quizzes                     members   writing  never   json 8192
GET    /api/quizzes/:id                 members   reading  private  param
PUT    /api/quizzes/:id/answers         members   writing  never   param json 8192
GET    /api/questions                   members   reading  private  query
POST   /api/questions                   members   writing  never   json 8192
DELETE /api/questions/:id               members   writing  never   param
GET    /api/goals                       members   reading  private  query
POST   /api/goals                       members   writing  never    json 16384
POST   /api/goals/:id/progress          members   writing  never    param json 16384
DELETE /api/goals/:id                   members   writing  never    param
PUT    /api/goal-steps/:id              members   writing  never    param json 16384
GET    /api/journal                     members   reading  private  query
POST   /api/journal                     members   writing  never    json 65536
PUT    /api/journal/:id                 members   writing  never    param json 65536
DELETE /api/journal/:id                 members   writing  never    param
PUT    /api/journal/:id/share           members   writing  never    param json 65536
DELETE /api/journal/:id/share           members   writing  never    param
`,
  matrix: `
1++++ +1+++ +++  GET    /api/my/growth
1++++ +1+++ +++  GET    /api/my/growth/:slug
1++++ +1++3 3++  POST   /api/quizzes
1++++ +1+++ +++  GET    /api/quizzes/:id
1++++ +1++3 3++  PUT    /api/quizzes/:id/answers
1++++ +1+++ +++  GET    /api/questions
1++++ +1++3 3++  POST   /api/questions
1++++ +1++3 3++  DELETE /api/questions/:id
1++++ +1+++ +++  GET    /api/goals
1++++ +1++3 3++  POST   /api/goals
1++++ +1++3 3++  POST   /api/goals/:id/progress
1++++ +1++3 3++  DELETE /api/goals/:id
1++++ +1++3 3++  PUT    /api/goal-steps/:id
1++++ +1+++ +++  GET    /api/journal
1++++ +1++3 3++  POST   /api/journal
1++++ +1++3 3++  PUT    /api/journal/:id
1++++ +1++3 3++  DELETE /api/journal/:id
1++++ +1++3 3++  PUT    /api/journal/:id/share
1++++ +1++3 3++  DELETE /api/journal/:id/share
1++++ +1+++ 333  GET    /goals
1++++ +1+++ 333  GET    /goals/new
1++++ +1++3 333  POST   /goals/new
1++++ +1+++ 333  GET    /goals/:id
1++++ +1++3 333  POST   /goals/:id
1++++ +1+++ 333  GET    /journal
1++++ +1+++ 333  GET    /journal/new
1++++ +1++3 333  POST   /journal/new
1++++ +1+++ 333  GET    /journal/:id
1++++ +1++3 333  POST   /journal/:id
133+3 31+33 333  GET    /mentoring/questions
133+3 31+33 333  POST   /mentoring/questions
1++++ +1+++ 333  GET    /growth
1++++ +1+++ 333  GET    /growth/:slug
1++++ +1++3 333  POST   /growth/:slug
1++++ +1+++ 333  GET    /tests/:id
1++++ +1++3 333  POST   /tests/:id
`,
})
