import { publicConfig, type PublicConfig } from '@anxing/contract/publicConfig';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

import { api } from './api/apiClient';
import { queryKeys } from './queryKeys';

export const configQuery = queryOptions({
  queryKey: queryKeys.config,
  queryFn: ({ signal }) => api.get('config', publicConfig, { signal }),
  staleTime: Infinity,
});

export interface Config extends PublicConfig {
  /** ms that this computer's clock is behind the server's. */
  clockOffset: number;
}

export const ConfigContext = createContext<Config | undefined>(undefined);

/** What the operator has configured; below the config gate it is always there. */
export function useConfig(): Config {
  const config = useContext(ConfigContext);
  if (!config) {
    throw new Error('useConfig outside of ConfigGate');
  }

  return config;
}
