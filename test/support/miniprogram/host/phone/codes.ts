import type { Codes } from '../../types';
import { setup } from '../setup';

const codes: Codes = { ...setup.codes };

export const loginCode = (): string => codes.login;

export const phoneCode = (): string => codes.phone;

export function setCodes(given: Partial<Codes>): void {
  Object.assign(codes, given);
}
