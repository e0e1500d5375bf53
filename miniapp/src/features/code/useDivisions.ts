import { useRef, useState } from 'react';

import type { Division } from '@anxing/contract/divisions';

import { asApiError, type ApiError } from '../../lib/apiError';
import { knownConfig } from '../../lib/config';
import { fetchDivisions } from './api';

/** From a province down to the county. */
export type DivisionPath = Division[];

/** What lies at the end of the path: nothing known yet, or why it could not be read. */
interface Offer {
  path: DivisionPath;
  items?: Division[];
  error?: ApiError;
}

/** Where most people are: the province whose cities the configuration tells. */
function startOfPath(): DivisionPath {
  const near = knownConfig()?.divisions ?? [];
  const inside = near.find(({ code }) => !code.endsWith('0000'));
  const own = inside && near.find(({ code }) => code === `${inside.code.slice(0, 2)}0000`);

  return own ? [own] : [];
}

function isCounty({ code }: Division): boolean {
  return !code.endsWith('00');
}

/** Down from province to county, one list at a time; undefined while nothing is being chosen. */
export function useDivisions(onChoose: (path: DivisionPath) => void) {
  const [offer, setOffer] = useState<Offer>();
  const latest = useRef(0);

  const close = () => {
    latest.current += 1;
    setOffer(undefined);
  };
  const end = (path: DivisionPath) => {
    close();
    onChoose(path);
  };

  async function read(path: DivisionPath): Promise<void> {
    latest.current += 1;
    const turn = latest.current;
    setOffer({ path });
    const answer: Offer = await fetchDivisions(path[path.length - 1]?.code).then(
      (items) => ({ path, items }),
      (cause) => ({ path, error: asApiError(cause) }),
    );
    if (turn !== latest.current) {
      return;
    }
    // A few cities have no counties.
    if (path.length > 0 && answer.items?.length === 0) {
      end(path);
    } else {
      setOffer(answer);
    }
  }

  const enter = (division: Division) => {
    const path = [...(offer?.path ?? []), division];

    return isCounty(division) ? end(path) : void read(path);
  };

  return {
    offer,
    enter,
    close,
    open: () => void read(startOfPath()),
    up: () => void read(offer?.path.slice(0, -1) ?? []),
    again: () => void read(offer?.path ?? []),
  };
}
