import { defineMiddleware } from 'astro:middleware'

export const onRequest = defineMiddleware((context, next) => {
  const { ctx } = context.locals.cfContext
  context.locals.ctx = ctx
  context.locals.environment = ctx.env.ENVIRONMENT
  return next()
})
