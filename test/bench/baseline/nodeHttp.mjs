import http from 'node:http';

/** The yardstick: what Node's own server does with a GET when nothing is asked of it. */
http
  .createServer((request, response) => {
    response.setHeader('Content-Length', 2);
    response.end('ok');
  })
  .listen(Number(process.env.PORT), '127.0.0.1');
