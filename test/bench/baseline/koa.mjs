import Koa from 'koa';

/** A POST that Koa answers without looking at it. */
const app = new Koa();
app.use((context) => {
  context.body = 'ok';
});
app.listen(Number(process.env.PORT), '127.0.0.1');
