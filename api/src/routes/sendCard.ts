import { buffer } from 'node:stream/consumers';

import type { Services } from '../context';
import type { PaperCard } from '../models/paperCard';
import type { Person } from '../models/person';
import { cardPdf } from '../posters/cardPdf';
import { cardContent } from '../presenters/paperCard';
import { posterTheme } from '../presenters/posterContent';
import type { Http } from '../web/http';

/** A paper card as a PDF to be printed; nobody keeps a copy on the way. */
export async function sendCard(
  services: Services,
  http: Http,
  card: PaperCard,
  person: Person,
): Promise<void> {
  const file = await buffer(cardPdf(cardContent(services, card, person), posterTheme(services)));
  http.set('Content-Type', 'application/pdf');
  http.set('Content-Disposition', 'inline; filename="card.pdf"');
  http.set('Cache-Control', 'no-store');
  http.body = file;
}
