import { ways } from './ways.ts'

// Work and looking at it: tasks, versions, looks, feedback, rubrics, templates, preferences.
export const tasks = ways({
  declared: `
GET    /api/tasks                       members   reading  private  query
GET    /api/looks                       members   reading  private  query
POST   /api/tasks                       members   writing  never   json 32768
PUT    /api/tasks/:id/acceptance        members   writing  never   param
DELETE /api/tasks/:id                   members   writing  never   param
PUT    /api/tasks/:id/end               members   writing  never   param
PUT    /api/tasks/:id/ticks             members   writing  never   param json 32768
POST   /api/tasks/:id/versions          members   writing  never   param json 32768
POST   /api/tasks/:id/more-time         members   writing  never   param json 32768
PUT    /api/tasks/:id/more-time         members   writing  never   param json 32768
POST   /api/tasks/:id/template          mentors   writing  never   param json 32768
GET    /api/task-templates              mentors   reading  private  query
POST   /api/task-templates              mentors   writing  never   json 32768
PUT    /api/task-templates/:id          mentors   writing  never   param json 32768
DELETE /api/task-templates/:id          mentors   writing  never   param
GET    /api/looks/waiting               members   reading  private  query
PUT    /api/looks/:id/reviewer          members   writing  never   param
DELETE /api/looks/:id/reviewer          members   writing  never   param
PUT    /api/looks/:id/skip              members   writing  never   param json 65536
POST   /api/looks/:id/feedback          members   writing  never   param json 65536
POST   /api/feedback                    members   writing  never   json 65536
PUT    /api/feedback/:id/help           members   writing  never   param json 65536
PUT    /api/comments/:id/answer         members   writing  never   param json 65536
GET    /api/phrases                     members   reading  private  query
DELETE /api/phrases/:id                 members   writing  never   param
GET    /api/rubrics                     members   reading  private  query
POST   /api/rubrics                     members   writing  never   json 32768
POST   /api/rubrics/:id/versions        members   writing  never   param json 32768
POST   /api/preferences                 members   writing  never   json 8192
GET    /api/tasks/:id/standings         members   reading  private  param
GET    /api/my/preference-consent       members   reading  private
PUT    /api/my/preference-consent       members   writing  never   json 8192
GET    /api/preferences/lines           organisers  reading  never  query
`,
  matrix: `
1++++ +1+++ +++  GET    /api/tasks
1++++ +1+++ +++  GET    /api/looks
1++++ +1++3 3++  POST   /api/tasks
1++++ +1++3 3++  PUT    /api/tasks/:id/acceptance
1++++ +1++3 3++  DELETE /api/tasks/:id
1++++ +1++3 3++  PUT    /api/tasks/:id/end
1++++ +1++3 3++  PUT    /api/tasks/:id/ticks
1++++ +1++3 3++  POST   /api/tasks/:id/versions
1++++ +1++3 3++  POST   /api/tasks/:id/more-time
1++++ +1++3 3++  PUT    /api/tasks/:id/more-time
133+3 31+33 333  POST   /api/tasks/:id/template
133+3 31+33 333  GET    /api/task-templates
133+3 31+33 333  POST   /api/task-templates
133+3 31+33 333  PUT    /api/task-templates/:id
133+3 31+33 333  DELETE /api/task-templates/:id
1++++ +1+++ +++  GET    /api/looks/waiting
1++++ +1++3 3++  PUT    /api/looks/:id/reviewer
1++++ +1++3 3++  DELETE /api/looks/:id/reviewer
1++++ +1++3 3++  PUT    /api/looks/:id/skip
1++++ +1++3 3++  POST   /api/looks/:id/feedback
1++++ +1++3 3++  POST   /api/feedback
1++++ +1++3 3++  PUT    /api/feedback/:id/help
1++++ +1++3 3++  PUT    /api/comments/:id/answer
1++++ +1+++ +++  GET    /api/phrases
1++++ +1++3 3++  DELETE /api/phrases/:id
1++++ +1+++ +++  GET    /api/rubrics
1++++ +1++3 3++  POST   /api/rubrics
1++++ +1++3 3++  POST   /api/rubrics/:id/versions
1++++ +1++3 3++  POST   /api/preferences
1++++ +1+++ +++  GET    /api/tasks/:id/standings
1++++ +1+++ +++  GET    /api/my/preference-consent
1++++ +1++3 3++  PUT    /api/my/preference-consent
1333+ +1133 33+  GET    /api/preferences/lines
1++++ +1+++ 333  GET    /tasks
1++++ +1+++ 333  GET    /tasks/new
1++++ +1++3 333  POST   /tasks/new
1++++ +1+++ 333  GET    /tasks/:id
1++++ +1++3 333  POST   /tasks/:id
1++++ +1+++ 333  GET    /looks
1++++ +1+++ 333  GET    /looks/:id
1++++ +1++3 333  POST   /looks/:id
133+3 31+33 333  GET    /mentoring/looks
1++++ +1+++ 333  GET    /mentoring/phrases
1++++ +1++3 333  POST   /mentoring/phrases
1++++ +1+++ 333  GET    /mentoring/rubrics
1++++ +1++3 333  POST   /mentoring/rubrics
133+3 31+33 333  GET    /mentoring/templates
133+3 31+33 333  POST   /mentoring/templates
1++++ +1+++ 333  GET    /tasks/:id/compare
1++++ +1++3 333  POST   /tasks/:id/compare
`,
})
