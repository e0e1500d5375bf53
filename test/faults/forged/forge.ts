import { tryForgeries } from '../../support/forgery/tryForgeries';

console.log(JSON.stringify(await tryForgeries(Number(process.argv[2]))));
