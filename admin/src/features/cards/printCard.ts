import { counterCard, type CounterCardRequest } from '@anxing/contract/cards';
import { useMutation } from '@tanstack/react-query';

import { api } from '../../lib/api/apiClient';

/** A card with its file, ready for the printer. */
export function usePrintCard() {
  return useMutation({
    mutationFn: async (input: CounterCardRequest) => {
      const made = await api.post('unit/cards', input, counterCard);

      return { ...made, file: await api.file(`unit/cards/${made.card.id}/card.pdf`) };
    },
    gcTime: 0,
  });
}
